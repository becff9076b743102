# ruff: noqa: E501 - a line of the table is a thing, whole
"""People, companies, bodies and places of the field beyond those of the gazetteer, in English, Korean and Chinese."""

TABLE = """
harris@: kamala_harris, vice_president_harris, harris | 카멀라_해리스, 해리스 | 哈里斯, 贺锦丽
vance@: jd_vance, vance | 밴스, jd_밴스 | 万斯, 范斯
pompeo@: pompeo | 폼페이오 | 蓬佩奥, 庞培欧, 蓬培奥
austin@: lloyd_austin, secretary_austin | 로이드_오스틴, 오스틴_장관 | 劳埃德·奥斯汀, 奥斯汀防长, 美防长奥斯汀
hegseth@: hegseth | 헤그세스 | 赫格塞思, 赫塞斯, 海格塞斯
waltz@: mike_waltz | 마이크_왈츠, 왈츠_보좌관 | 沃尔茨, 华尔兹
mnuchin@: mnuchin | 므누신 | 姆努钦, 梅努钦
lighthizer@: lighthizer | 라이트하이저 | 莱特希泽, 赖海哲
navarro@: navarro | 나바로 | 纳瓦罗
kudlow@: kudlow | 커들로 | 库德洛
wilbur-ross@: wilbur_ross | 윌버_로스, 로스_상무장관 | 威尔伯·罗斯, 罗斯商务部长
hassett@: hassett | 해싯, 해셋 | 哈西特, 哈塞特, 哈希特
miran@: stephen_miran, miran | 스티븐_마이런, 마이런 | 米兰理事, 斯蒂芬·米兰, 史蒂芬·米兰
sacks@: david_sacks | 데이비드_색스, 색스_ai차르 | 萨克斯, 戴维·萨克斯, 沙克斯
kratsios@: kratsios | 크라치오스 | 克拉齐奥斯, 克拉西奥斯
krach@: keith_krach | 키스_크라크, 크라크_차관 | 克拉奇
jose-fernandez@: jose_w_fernandez | 호세_페르난데스, 페르난데스_국무부 | 何塞·费尔南德斯, 费尔南德斯副国务卿
sherman@: wendy_sherman | 웬디_셔먼, 셔먼_부장관 | 舍曼, 雪曼
campbell@: kurt_campbell | 커트_캠벨, 캠벨_부장관, 캠벨_조정관 | 坎贝尔, 康贝尔, 库尔特·坎贝尔
landau@: christopher_landau, landau | 랜도 | 兰多, 蓝道
kritenbrink@: kritenbrink | 크리튼브링크 | 康达助理, 克里滕布林克, 康达
nick-burns@: nicholas_burns, r_nicholas_burns, ambassador_burns | 니컬러스_번스, 번스_대사, 번스_주중 | 伯恩斯大使, 尼古拉斯·伯恩斯, 美驻华大使伯恩斯
bill-burns@: william_burns, cia_director_burns, bill_burns | 윌리엄_번스, 번스_국장 | 威廉·伯恩斯, 伯恩斯局长
perdue@: david_perdue, perdue | 퍼듀_대사, 데이비드_퍼듀, 퍼듀_주중 | 庞德伟, 戴维·珀杜
branstad@: branstad | 브랜스태드 | 布兰斯塔德
brunson@: brunson, xavier_brunson | 브런슨 | 布伦森, 布朗森
paparo@: paparo | 퍼파로, 파파로 | 帕帕罗, 帕帕洛
colby@: elbridge_colby, colby | 콜비 | 科尔比, 柯伯吉
kissinger@: kissinger | 키신저 | 基辛格, 季辛吉
powell@: jerome_powell, powell | 파월 | 鲍威尔, 鲍尔
warsh@: kevin_warsh, warsh | 케빈_워시, 워시_의장 | 沃什, 华许
thea-kendler@: thea_kendler, kendler | 켄들러 | 肯德勒, 西娅·肯德勒
moolenaar@: moolenaar | 물레나, 물레나르 | 穆勒纳尔, 穆伦纳尔, 穆勒纳, 穆莱纳尔
krishnamoorthi@: krishnamoorthi | 크리슈나무르티 | 克里希纳莫蒂, 克利什纳莫提, 克里希纳莫尔蒂
mccaul@: mccaul | 매콜, 매콜_위원장 | 麦考尔
kevin-mccarthy@: mccarthy | 매카시 | 麦卡锡
mike-johnson@: mike_johnson, speaker_johnson | 마이크_존슨, 존슨_의장 | 迈克·约翰逊, 约翰逊议长, 强生议长
cotton@: tom_cotton | 톰_코튼, 코튼_의원 | 科顿, 汤姆·科顿
jim-banks@: jim_banks | 짐_뱅크스 | 吉姆·班克斯, 班克斯参议员
warren@: elizabeth_warren, senator_warren | 엘리자베스_워런, 워런_의원 | 伊丽莎白·沃伦, 沃伦参议员, 华伦
mark-warner@: mark_warner, senator_warner | 마크_워너, 워너_의원 | 马克·沃纳, 沃纳参议员, 华纳参议员
mast@: brian_mast | 브라이언_매스트 | 布赖恩·马斯特, 马斯特议员
altman@: altman | 알트만, 샘_올트먼 | 奥尔特曼, 阿特曼
zuckerberg@: zuckerberg | 저커버그 | 扎克伯格, 祖克柏
nadella@: nadella | 나델라 | 纳德拉
amodei@: amodei | 아모데이 | 阿莫代伊, 阿莫迪, 阿莫戴
gelsinger@: gelsinger | 겔싱어 | 格尔辛格, 盖尔辛格, 帕特·基辛格, 季辛格
lip-bu-tan@: lip-bu_tan, lip-bu | 립부_탄, 립부탄 | 陈立武
lisa-su@: lisa_su | 리사_수 | 苏姿丰
mehrotra@: mehrotra | 메흐로트라, 메로트라 | 梅赫罗特拉, 梅罗特拉, 桑杰·梅赫罗特拉
amon@: cristiano_amon | 크리스티아노_아몬, 아몬_ceo | 安蒙, 艾蒙
hock-tan@: hock_tan | 혹_탄, 호크_탄 | 陈福阳
dickerson@: gary_dickerson, dickerson | 디커슨 | 迪克森, 狄克森
wennink@: wennink | 베닝크 | 温宁克, 温彼得
fouquet@: fouquet | 푸케_ceo, 크리스토프_푸케 | 富凯, 傅恪礼
morris-chang@: morris_chang | 모리스_창, 장중머우 | 张忠谋
mark-liu@: mark_liu, liu_deyin | 류더인, 마크_리우 | 刘德音
cc-wei@: cc_wei, che-chia_wei | 웨이저자, 웨이_회장 | 魏哲家
rene-haas@: rene_haas | 르네_하스 | 雷内·哈斯, 哈斯ceo
son-masayoshi@: masayoshi_son, softbank_chief | 손정의 | 孙正义, 软体银行
ren-zhengfei@: ren_zhengfei | 런정페이 | 任正非
meng-wanzhou@: meng_wanzhou, huawei_cfo | 멍완저우 | 孟晚舟
richard-yu@: richard_yu, yu_chengdong | 위청둥 | 余承东
eric-xu@: eric_xu, xu_zhijun | 쉬즈쥔, 에릭_쉬 | 徐直军
liang-mong-song@: liang_mong-song, liang_mong_song, liang_mengsong | 량멍쑹 | 梁孟松
zhao-haijun@: zhao_haijun | 자오하이쥔 | 赵海军
zhao-weiguo@: zhao_weiguo | 자오웨이궈 | 赵伟国
zhu-yiming@: zhu_yiming | 주이밍 | 朱一明
chen-nanxiang@: chen_nanxiang | 천난샹 | 陈南翔
gerald-yin@: gerald_yin, yin_zhiyao | 인즈야오, 제럴드_인 | 尹志尧
jack-ma@: jack_ma | 마윈 | 马云, 马云重现
robin-zeng@: robin_zeng, zeng_yuqun | 쩡위췬, 로빈_쩡 | 曾毓群
liang-wenfeng@: liang_wenfeng | 량원펑 | 梁文锋, 梁文峰
liu-he@: liu_he, vice_premier_liu | 류허, 류허_부총리 | 刘鹤
zhong-shan@: zhong_shan | 중산_상무부장, 중산_부장 | 钟山部长, 商务部长钟山
gao-feng@: gao_feng | 가오펑 | 发言人高峰, 商务部高峰
liu-jianchao@: liu_jianchao | 류젠차오 | 刘建超
liu-haixing@: liu_haixing | 류하이싱 | 刘海星
cai-qi@: cai_qi | 차이치 | 蔡奇
zhang-youxia@: zhang_youxia | 장유샤, 장유샤_부주석 | 张又侠
li-shangfu@: li_shangfu | 리상푸 | 李尚福
dong-jun@: dong_jun | 둥쥔 | 董军
lan-foan@: lan_fo'an, lan_foan | 란포안 | 蓝佛安
pan-gongsheng@: pan_gongsheng | 판궁성 | 潘功胜
yin-hejun@: yin_hejun | 인허쥔 | 阴和俊
zhuang-rongwen@: zhuang_rongwen | 좡룽원 | 庄荣文
chen-yixin@: chen_yixin | 천이신 | 陈一新
sun-meijun@: sun_meijun | 쑨메이쥔 | 孙梅君
xie-feng@: xie_feng | 셰펑 | 谢锋
fu-cong@: fu_cong | 푸충 | 傅聪
xue-jian@: xue_jian | 쉐젠, 쉐젠_총영사 | 薛剑
zhu-fenglian@: zhu_fenglian | 주펑롄 | 朱凤莲
chen-binhua@: chen_binhua | 천빈화 | 陈斌华
peng-qing-en@: peng_qing'en | 펑칭언 | 彭庆恩
tan-kefei@: tan_kefei | 탄커페이 | 谭克非
zhang-xiaogang@: zhang_xiaogang | 장샤오강 | 张晓刚
wu-qian@: wu_qian | 우첸_대변인 | 吴谦
jiang-bin@: jiang_bin | 장빈_대변인 | 国防部蒋斌
wei-jianguo@: wei_jianguo | 웨이젠궈 | 魏建国
chen-deming@: chen_deming | 천더밍 | 陈德铭
lai-ching-te@: lai_ching-te, william_lai | 라이칭더 | 赖清德
hsiao-bi-khim@: hsiao_bi-khim | 샤오메이친 | 萧美琴
cho-jung-tai@: cho_jung-tai | 줘룽타이 | 卓荣泰
kuo-jyh-huei@: kuo_jyh-huei, jw_kuo | 궈즈후이 | 郭智辉
wang-mei-hua@: wang_mei-hua | 왕메이화 | 王美花
kung-ming-hsin@: kung_ming-hsin | 궁밍신 | 龚明鑫
joseph-wu@: joseph_wu, jaushieh_wu | 우자오셰 | 吴钊燮
lin-chia-lung@: lin_chia-lung | 린자룽 | 林佳龙
koo-li-hsiung@: wellington_koo | 구리슝 | 顾立雄
cheng-li-chiun@: cheng_li-chiun | 정리쥔 | 郑丽君
yang-jen-ni@: yang_jen-ni | 양전니 | 杨珍妮
wu-cheng-wen@: wu_cheng-wen | 우청원 | 吴诚文
cheng-li-wun@: cheng_li-wun | 정리원 | 郑丽文
suga@: yoshihide_suga, suga | 스가_총리, 스가_요시히데 | 菅义伟
hayashi@: yoshimasa_hayashi | 하야시_요시마사, 하야시_외무상 | 林芳正
iwaya@: iwaya | 이와야, 이와야_다케시 | 岩屋毅
motegi@: motegi | 모테기 | 茂木敏充, 茂木外相
seko@: hiroshige_seko, seko | 세코_히로시게, 세코_경산상 | 世耕弘成
hagiuda@: hagiuda | 하기우다 | 萩生田光一, 萩生田
kihara@: minoru_kihara | 기하라_미노루, 기하라_관방장관 | 木原稔
koizumi@: koizumi | 고이즈미 | 小泉进次郎, 小泉防卫
nakatani@: gen_nakatani | 나카타니_겐, 나카타니_방위상 | 中谷元
onoda@: kimi_onoda | 오노다_기미 | 小野田纪美
ueda@: kazuo_ueda | 우에다_가즈오, 우에다_총재 | 植田和男
koike-rapidus@: atsuyoshi_koike | 고이케_아쓰요시 | 小池淳义
rutte@: rutte | 뤼터, 뤼테 | 吕特, 鲁特
schoof@: dick_schoof, schoof | 딕_스호프, 스호프 | 斯霍夫
schreinemacher@: schreinemacher | 슈라이네마허, 스레이네마허르 | 施赖纳马赫尔, 施赖纳马赫, 施莱纳马赫
klever@: reinette_klever, klever | 레이네터_클레버르, 클레버_장관 | 克莱弗, 克莱维
karremans@: karremans | 카레만스 | 卡雷曼斯, 卡雷门斯, 卡里曼斯
jetten@: rob_jetten, jetten | 예턴, 예텐 | 耶滕, 叶滕
von-der-leyen@: von_der_leyen | 폰데어라이엔, 폰_데어_라이엔 | 冯德莱恩, 范德赖恩
sefcovic@: sefcovic, šefčovič | 셰프초비치, 세프초비치 | 谢夫乔维奇, 塞夫科维奇, 谢夫科维奇
breton@: thierry_breton | 티에리_브르통, 브르통_집행위원 | 布雷东, 蒂埃里·布雷东
dombrovskis@: dombrovskis | 돔브로브스키스 | 东布罗夫斯基斯
vestager@: vestager | 베스타게르, 베스타거 | 韦斯塔格, 维斯塔格
virkkunen@: virkkunen | 비르쿠넨 | 维尔库宁
kallas@: kaja_kallas, kallas | 칼라스 | 卡娅·卡拉斯, 卡拉斯
borrell@: borrell | 보렐 | 博雷利, 波瑞尔
macron@: macron | 마크롱 | 马克龙, 马克宏
merkel@: merkel | 메르켈 | 默克尔, 梅克尔
scholz@: olaf_scholz, scholz | 숄츠 | 朔尔茨, 萧兹
merz@: friedrich_merz, merz | 메르츠 | 默茨, 梅尔茨
baerbock@: baerbock | 베어보크 | 贝尔伯克
wadephul@: wadephul | 바데풀 | 瓦德富尔
starmer@: starmer | 스타머 | 斯塔默, 施凯尔
meloni@: meloni | 멜로니 | 梅洛尼
carney@: mark_carney, carney | 마크_카니, 카니_총리 | 卡尼
albanese@: albanese | 앨버니지 | 阿尔巴尼斯, 艾班尼斯, 阿尔巴尼塞
modi@: narendra_modi, modi | 모디_총리, 나렌드라_모디, 인도_모디 | 莫迪, 莫迪总理
vaishnaw@: vaishnaw | 바이슈나우 | 维什瑙, 瓦伊什瑙
putin@: putin | 푸틴 | 普京, 普丁, 蒲亭
zelensky@: zelensky*, zelenskiy | 젤렌스키 | 泽连斯基, 泽伦斯基
marcos@: marcos | 마르코스 | 马科斯, 小马可仕
lawrence-wong@: lawrence_wong | 로런스_웡 | 黄循财
lee-hsien-loong@: lee_hsien_loong | 리셴룽 | 李显龙
prabowo@: prabowo | 프라보워 | 普拉博沃
widodo@: widodo | 위도도 | 佐科
okonjo-iweala@: okonjo-iweala, ngozi | 오콘조이웰라, 응고지 | 伊维拉, 恩戈齐, 奥孔乔
hong-nam-ki@: hong_nam-ki | 홍남기 | 洪楠基
yoo-myung-hee@: yoo_myung-hee | 유명희 | 俞明希
kim-hyun-chong@: kim_hyun-chong | 김현종 | 金铉宗
sung-yun-mo@: sung_yun-mo, sung_yoon-mo | 성윤모 | 成允模
han-dong-hoon@: han_dong-hoon | 한동훈 | 韩东勋
kim-moon-soo@: kim_moon-soo | 김문수 | 金文洙
jung-chung-rae@: jung_chung-rae | 정청래 | 郑清来
jang-dong-hyuk@: jang_dong-hyuk | 장동혁 | 张东赫
oh-se-hoon@: oh_se-hoon | 오세훈 | 吴世勋
kim-dong-yeon@: kim_dong-yeon | 김동연 | 金东兖
kang-yu-jung@: kang_yu-jung | 강유정 | 姜由桢
kim-yong-hyun@: kim_yong-hyun | 김용현 | 金龙显
kim-yung-ho@: kim_yung-ho | 김영호_통일 | 金映浩
lee-jong-seok@: lee_jong-seok | 이종석_국정원장 | 李钟奭
suh-hoon@: suh_hoon | 서훈 | 徐薰
park-jie-won@: park_jie-won | 박지원 | 朴智元
ha-jung-woo@: ha_jung-woo | 하정우 | 河正宇
koo-kwang-mo@: koo_kwang-mo | 구광모 | 具光谟
chung-euisun@: chung_euisun, chung_eui-sun, euisun_chung | 정의선 | 郑义宣
kim-dong-kwan@: kim_dong-kwan | 김동관 | 金东官
kim-seung-youn@: kim_seung-youn | 김승연 | 金升渊
shin-dong-bin@: shin_dong-bin | 신동빈 | 辛东彬
kwon-oh-hyun@: kwon_oh-hyun | 권오현 | 权五铉
hwang-chul-joo@: hwang_chul-joo | 황철주 | 黄喆周
kwak-dong-shin@: kwak_dong-shin | 곽동신 | 郭东信
yoon-jin-sik@: yoon_jin-sik | 윤진식 | 尹镇植
ryu-jin@: ryu_jin | 류진_회장 | 柳津
sohn-kyung-shik@: sohn_kyung-shik | 손경식 | 孙京植
wingtech: wingtech | 윙테크, 원타이 | 闻泰
panama-ports: ck_hutchison, panama_port* | ck허치슨, 파나마_항만 | 巴拿马港口, 长江和记
big-fund-name: national_ic_fund, third_fund, chip_fund | 국가대기금, 반도체_펀드, 3기_펀드 | 国家集成电路基金, 大基金三期, 集成电路产业投资
growth-fund: national_growth_fund, public_growth_fund | 첨단전략산업기금 | 国民成长基金, 国民增长基金, 尖端战略产业基金
sia-name: semi_association | 미_반도체협회 | 半导体行业协会, 半导体产业协会, 半导体工业协会
imec: fraunhofer, leti | 아이멕, 프라운호퍼 | 微电子研究中心, 比利时微电子, 弗劳恩霍夫
kotra: kosti, korea_security_agency_of_trade | 무역안보관리원, 전략물자관리원 | 韩国贸易投资, 贸易安保管理院, 战略物资管理院
ccpit: ccpit, council_for_the_promotion, caict, ccid | 중국국제무역촉진위원회, 무역촉진위, 중국전자정보산업발전연구원 | 中国贸促会, 赛迪, 信通院
pyeongtaek-city: pyeongtaek_campus, samsung_pyeongtaek, pyeongtaek_plant, pyeongtaek_fab | 평택_공장, 평택_반도체, 평택시 | 平泽工厂, 平泽厂, 平泽园区, 三星平泽
icheon-cheongju: m15x | 이천시, m15x | m15x
indiana: purdue_university | 웨스트라피엣, 퍼듀대 | 西拉法叶, 普渡大学
georgia-us: state_of_georgia, savannah, ellabell | 조지아, 조지아주, 서배너 | 佐治亚, 乔治亚州, 萨凡纳
california: california, san_jose, santa_clara | 캘리포니아, 새너제이, 산타클라라 | 加利福尼亚, 加州, 圣何塞, 圣克拉拉
hokkaido+: hokkaido, chitose | 홋카이도, 지토세 | 北海道, 千岁
dresden+: dresden, magdeburg, saxony, esmc | 드레스덴, 마그데부르크, 작센 | 德累斯顿, 马格德堡, 萨克森, 德勒斯登
veldhoven: veldhoven, eindhoven, nijmegen | 펠트호번, 에인트호번, 네이메헌, 벨트호벤 | 费尔德霍芬, 埃因霍温, 奈梅亨
hubei: optics_valley | 후베이, 우한시 | 光谷
anhui: hefei_city, wuhu | 안후이 | 合肥市, 芜湖
guangdong: greater_bay | 광둥, 웨강아오 | 大湾区
zhejiang: yiwu, shaoxing | 이우시, 사오싱 | 义乌, 绍兴
pudong: zhangjiang, lingang | 장장하이테크, 린강 | 张江, 临港
dev-zones: high-tech_zone*, development_zone*, economic_zone* | 하이테크산업개발구, 개발구, 한중산업단지 | 高新区, 开发区, 经开区, 中韩产业园
penang: johor, malaysian_hub | 조호르, 말레이시아_페낭 | 柔佛, 马来西亚槟城
alaska#: alaska, anchorage | 알래스카, 앵커리지 | 阿拉斯加, 安克雷奇
mar-a-lago#: mar-a-lago, palm_beach | 마러라고, 팜비치 | 海湖庄园, 棕榈滩
tianjin-sco#: great_hall, zhongnanhai, diaoyutai, badaling | 인민대회당, 중난하이, 조어대, 댜오위타이 | 人民大会堂, 中南海, 钓鱼台国宾馆
inspur: inspur, sugon | 인스퍼, 수곤 | 浪潮信息, 浪潮集团, 中科曙光
zhipu: zhipu | 즈푸 | 智谱
moonshot-ai: moonshot_ai, kimi_k2 | 문샷ai, 문샷_ai | 月之暗面
iflytek: iflytek | 아이플라이텍, 커다쉰페이 | 科大讯飞
zeiss: zeiss | 자이스, 칼자이스 | 蔡司
shin-etsu: shin-etsu | 신에쓰 | 信越化学, 信越
sumco: sumco | 섬코 | 胜高
tokyo-ohka: tokyo_ohka | 도쿄오카 | 东京应化
disco-name: disco_corp | 디스코_장비, 日디스코 | 迪思科
lasertec: lasertec | 레이저텍 | 雷泰光电
empyrean-name: empyrean | 엠피리언 | 华大九天
hikvision-name: hikvision | 하이크비전 | 海康威视
montage-name: montage_technology | 몬타지 | 澜起
nomura: nomura | 노무라 | 野村
bernstein: bernstein | 번스타인 | 伯恩斯坦
kdb: korea_development_bank, kdb | 산업은행 | 韩国产业银行, 产业银行
eximbank: export-import_bank | 수출입은행 | 进出口银行
etri: etri | 한국전자통신연구원, etri | 韩国电子通信研究院
peking-university: peking_university | 베이징대 | 北京大学
chinese-academy-sciences: chinese_academy | 중국과학원 | 中国科学院
natcast: natcast, semiconductor_technology_center | 나트캐스트, 국가반도체기술센터 | 国家半导体技术中心, natcast
nist: nist | 국립표준기술연구소, 표준기술연구소 | 国家标准与技术研究院, 美国标准院
darpa: darpa | 다르파, 방위고등연구계획국 | 国防高级研究, 国防高等研究
virginia-us: virginia, manassas | 버지니아, 매너서스 | 弗吉尼亚, 维吉尼亚
oregon: oregon | 오리건 | 俄勒冈, 奥勒冈
gumi+: gumi | 구미시, 구미공장, 경북_구미 | 龟尾
saemangeum: saemangeum | 새만금 | 新万金
honam: honam, jeolla* | 호남, 전남, 전북 | 全罗, 湖南地区产业, 全罗道
chungcheong: chungcheong* | 충북, 충남, 충청 | 忠清
changwon: changwon | 창원 | 昌原
onyang+: onyang, cheonan | 온양, 천안 | 天安工厂, 温阳, 天安市
hsinchu-park: hsinchu_science_park, hsinchu_park, science_park* | 신주과학, 과학단지 | 新竹科学, 科学园区
taichung+: taichung | 타이중 | 台中市, 台中厂, 中科园区
tainan+: tainan | 타이난 | 台南, 南科园区
tata: tata_electronics, tata_group | 타타일렉, 타타그룹 | 塔塔电子, 塔塔集团
bac-ninh: bac_ninh | 박닌 | 北宁省
to-lam@: to_lam | 또럼, 또_럼 | 苏林
terry-gou@: terry_gou | 궈타이밍 | 郭台铭
young-liu@: young_liu | 류양웨이 | 刘扬伟
costa@: antonio_costa | 안토니우_코스타, 코스타_상임의장 | 科斯塔主席, 安东尼奥·科斯塔
bangkok#: bangkok | 방콕 | 曼谷
dubai#: dubai | 두바이 | 迪拜, 杜拜
abu-dhabi#: abu_dhabi | 아부다비 | 阿布扎比, 阿布达比
fukuoka#: fukuoka | 후쿠오카 | 福冈
paris#: paris | 파리서, 파리에서 | 巴黎
berlin#: berlin | 베를린 | 柏林
brussels#: brussels | 브뤼셀 | 布鲁塞尔
kazan#: kazan | 카잔 | 喀山
the-hague#: the_hague | 헤이그 | 海牙
""".strip()
