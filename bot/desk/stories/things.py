# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines are about beyond the gazetteer's names: people, products, goods, places, occasions.

One line a thing: name: English | Korean | Chinese (Simplified, as folded), forms parted by commas; as in acts.py.
A name ending in ! is a common word and weighs half; one ending in @ is a person, one in # a meeting place, one in + a
place where chips are made, one in ~ what befalls a plant.
"""

TABLE = """
hbm-name: hbm, high-bandwidth, high_bandwidth, ai_memory | hbm, 고대역폭 | hbm, 高带宽, 高频宽, 高频寛
micron-name: micron | 마이크론 | 美光
samsung-name!: samsung | 삼성 | 三星
hynix-name!: hynix | 하이닉스 | 海力士
cxmt-name: cxmt, changxin | cxmt, 창신메모리, 창신_메모리 | 长鑫, cxmt
ymtc-name: ymtc, yangtze_memory | ymtc, 양쯔메모리, 창장메모리 | 长江存储, 长存, ymtc
smic-name: smic | smic, 중신궈지 | 中芯国际, 中芯
tsmc-name: tsmc | tsmc | 台积电
intel-name: intel | 인텔 | 英特尔
nvidia-name: nvidia | 엔비디아 | 英伟达, 辉达
huawei-name: huawei | 화웨이 | 华为
dram-name: dram, drams | d램, 디램 | dram, 内存, 动态随机
nand-name: nand, flash | 낸드 | nand, 闪存, 快闪
solidigm-name: solidigm | 솔리다임 | solidigm, 思得
gaozhen-name: gaozhen | 가오전 | 高真
xi-name@: xi, xi_jinping | 시진핑, 시_주석 | 习近平, 川习, 习
yoon-name@: yoon | 윤석열, 尹, 윤_대통령 | 尹锡悦, 尹
lee-jm-name@: lee_jae_myung, lee_jae-myung, president_lee | 이재명, 李대통령, 이_대통령 | 李在明
lee-jy-name@: lee_jae-yong, jay_y, samsung_chief, samsung_chairman | 이재용 | 李在镕
li-qiang-name@: li_qiang, premier_li | 리창 | 李强
li-keqiang-name@: li_keqiang | 리커창 | 李克强
wang-yi-name@: wang_yi | 왕이 | 王毅
wang-wt-name@: wang_wentao | 왕원타오 | 王文涛
premier: premier, prime_minister | 총리 | 总理
presidential!: president, presidential | 대통령, 대통령실 | 总统, 总统室, 总统府
commerce-ministry!: commerce_ministry, commerce_department, industry_ministry, trade_ministry | 상무부, 산업부, 통상부 | 商务部, 产业部
foreign-ministry!: foreign_ministry | 외교부 | 外交部
customs!: customs | 관세청, 해관 | 海关
prosecutor: prosecutor* | 검찰, 지검 | 检方, 检察
police: police | 경찰 | 警方, 警察
chip-word!: chip, chips, semiconductor*, chipmak* | 반도체, 칩 | 芯片, 半导体, 晶片
supply-chain-name!: supply_chain* | 공급망 | 供应链, 产供链, 产业链
trade-word!: trade, commerce | 통상, 무역, 교역 | 贸易, 经贸
shares-market: shares, stock*, kospi | 주가, 코스피, 주식 | 股价, 股市, 大跌
huge-tech!: tech, technolog* | 기술 | 技术, 科技
trump@: trump | 트럼프 | 特朗普, 川普
biden@: biden | 바이든 | 拜登
white-house: white_house | 백악관 | 白宫
congress: lawmaker*, congress*, senator*, senate, house_committee, house_panel, representatives | 의회, 하원, 상원, 의원 | 议员, 国会, 众议院, 参议院, 众院, 参院
pentagon: pentagon, defense_department, department_of_defense, department_of_war | 국방부, 전쟁부, 펜타곤 | 国防部, 五角大楼, 战争部
ustr@: ustr, trade_representative, greer, katherine_tai | 무역대표부, 그리어, 타이_대표 | 贸易代表, 戴琪, 格里尔
bessent@: bessent | 베선트, 베센트 | 贝森特
rubio@: rubio | 루비오 | 鲁比奥, 卢比奥
blinken@: blinken | 블링컨 | 布林肯
sullivan@: sullivan | 설리번 | 沙利文, 苏利文
yellen@: yellen | 옐런 | 耶伦
pelosi@: pelosi | 펠로시 | 佩洛西, 裴洛西
goldberg@: goldberg | 골드버그 | 戈德伯格
gallagher@: gallagher | 갤러거 | 加拉格尔
schumer@: schumer | 슈머 | 舒默
he-lifeng@: he_lifeng | 허리펑 | 何立峰
ding-xuexiang@: ding_xuexiang | 딩쉐샹 | 丁薛祥
han-zheng@: han_zheng | 한정 | 韩正
zhao-leji@: zhao_leji | 자오러지 | 赵乐际
jin-zhuanglong@: jin_zhuanglong | 진좡룽 | 金壮龙
nong-rong@: nong_rong | 눙룽 | 农融
sun-weidong@: sun_weidong | 쑨웨이둥 | 孙卫东
chung-jae-ho@: chung_jae-ho, jeong_jae-ho | 정재호 | 郑在浩
noh-jae-heon@: noh_jae-heon, roh_jae-heon | 노재헌 | 卢载宪
chang-ho-jin@: chang_ho-jin, jang_ho-jin | 장호진 | 张虎镇
kim-hong-kyun@: kim_hong-kyun | 김홍균 | 金烘均
choo-kyung-ho@: choo_kyung-ho | 추경호 | 秋庆镐
choi-sang-mok@: choi_sang-mok | 최상목 | 崔相穆
koo-yun-cheol@: koo_yun-cheol, koo_yoon-cheol | 구윤철 | 具润哲
kim-yong-beom@: kim_yong-beom | 김용범 | 金容范
wi-sung-lac@: wi_sung-lac | 위성락 | 魏圣洛
kim-min-seok@: kim_min-seok | 김민석 | 金民锡
kim-tae-hyo@: kim_tae-hyo | 김태효 | 金泰孝
cho-tae-yong@: cho_tae-yong | 조태용 | 赵太庸
jang-young-jin@: jang_young-jin | 장영진 | 张英镇
joo-young-joon@: joo_young-joon | 주영준 | 周永俊
rhee-chang-yong@: rhee_chang-yong | 이창용 | 李昌镛
moon-seoung-wook@: moon_sung-wook, moon_seung-wook | 문승욱 | 文胜煜
roh-keon-ki@: roh_keon-ki | 노건기 | 卢健基
kishida@: kishida | 기시다 | 岸田
ishiba@: ishiba | 이시바 | 石破
takaichi@: takaichi | 다카이치 | 高市
tsai-ing-wen@: tsai_ing-wen | 차이잉원 | 蔡英文
jensen-huang@: jensen_huang, huang_says | 젠슨_황, 황_ceo | 黄仁勋
tim-cook: tim_cook, apple | 팀_쿡, 애플 | 库克, 苹果
lei-jun@: lei_jun, xiaomi | 레이쥔, 샤오미 | 雷军, 小米
alibaba: alibaba | 알리바바 | 阿里巴巴
tencent: tencent | 텐센트 | 腾讯
bytedance: bytedance, tiktok | 바이트댄스, 틱톡 | 字节跳动, 抖音
byd: byd | 비야디, byd | 比亚迪
catl: catl | 닝더스다이, catl | 宁德时代
deepseek: deepseek | 딥시크 | 深度求索, deepseek
hyundai: hyundai, kia | 현대차, 기아 | 现代汽车, 起亚
hanwha-ocean: hanwha_ocean, hanwha | 한화오션, 한화 | 韩华海洋, 韩华
amd: amd | amd | 超微, 超威, amd
qualcomm: qualcomm | 퀄컴 | 高通
broadcom: broadcom | 브로드컴 | 博通
nexperia: nexperia | 넥스페리아 | 安世
asml-name: asml | asml | 阿斯麦, 艾司摩尔, asml
arm: arm_holdings, arm | arm | 安谋
h20-name: h20 | h20 | h20
h200: h200 | h200 | h200
blackwell: blackwell, b30a, b200 | 블랙웰, b30a | blackwell, b30a
ai-chip!: ai_chip*, ai_accelerator*, gpu, gpus | ai칩, ai_칩, ai_반도체, 인공지능_반도체 | ai芯片, 算力芯片, 人工智能芯片, ai晶片
backdoor: backdoor*, back_door*, kill_switch*, tracking, location_verif* | 백도어, 위치_추적 | 后门, 追踪
ddr4: ddr4 | ddr4 | ddr4
ddr5: ddr5 | ddr5 | ddr5
20nm: 20_nanomet*, 20nm | 20나노 | 20奈米, 20纳米
18nm: 18_nanomet*, 18nm | 18나노 | 18奈米, 18纳米
16nm: 16_nanomet*, 16nm | 16나노 | 16奈米, 16纳米
14nm: 14_nanomet*, 14nm | 14나노 | 14奈米, 14纳米
7nm: 7_nanomet*, 7nm | 7나노 | 7奈米, 7纳米
10nm: 10_nanomet*, 10nm | 10나노 | 10奈米, 10纳米
oled: oled | oled, 올레드 | oled
lcd: lcd | lcd | lcd, 液晶
gallium-name: gallium | 갈륨 | 镓
germanium: germanium | 게르마늄, 저마늄 | 锗
antimony: antimony | 안티몬, 안티모니 | 锑
graphite-name: graphite | 흑연 | 石墨
tungsten: tungsten | 텅스텐 | 钨
lithium: lithium | 리튬 | 锂
battery: batter* | 배터리, 이차전지, 2차전지 | 电池
urea-name: urea, diesel_exhaust | 요소수, 요소 | 尿素
samarium: samarium, dysprosium, terbium | 사마륨, 디스프로슘, 테르븀 | 钐, 镝, 铽
rare-earth-name: rare_earth*, rare-earth* | 희토류 | 稀土
helium: helium, neon | 헬륨, 네온 | 氦, 氖
display!: display* | 디스플레이 | 显示, 面板
ship: ship, ships, shipbuild*, port_fee* | 조선, 선박, 입항료, 항만 | 造船, 船舶, 港口费, 船企, 造船业
car!: car, cars, vehicle*, auto, autos, ev, evs | 자동차, 전기차, 완성차 | 汽车, 电动车, 整车
phone-set!: smartphone*, galaxy, foldable, iphone | 스마트폰, 갤럭시, 폴더블, 아이폰 | 手机, 智能手机
steel: steel, aluminum, aluminium | 철강, 알루미늄 | 钢铁, 铝
bio: bio, pharma*, drug*, biosecure | 바이오, 제약, 의약품 | 生物, 制药, 医药, 药品
fentanyl: fentanyl | 펜타닐 | 芬太尼
soybean: soybean* | 대두 | 大豆
software: software | 소프트웨어 | 软件, 软体
cloud: cloud, data_cent* | 클라우드, 데이터센터 | 云, 数据中心, 资料中心
used-tool-name: used_tool*, old_tool*, used_equipment, old_equipment, second-hand*, used_chip, used_chipmaking, old_chipmaking, secondhand | 중고_장비, 중고_반도체, 구형_장비, 중고장비, 노후_장비 | 二手设备, 旧设备, 二手芯片, 二手, 旧机台, 二手半导体
spare-part: spare_part*, component*, part, parts, servic* | 부품, 유지보수 | 零部件, 零件, 备件, 零组件, 维修
tool!: tool, tools, equipment, gear, machine, machines | 장비, 설비 | 设备, 装备, 机台
plant!: plant, plants, fab, fabs, factory, factories, facilit* | 공장, 팹, 라인 | 工厂, 厂, 产线, 晶圆厂
packaging-name: packaging, package_plant | 패키징, 후공정 | 封装, 封测
stake!: stake*, equity, share, shares | 지분, 주식 | 股份, 股权, 持股
vendor: supplier*, vendor* | 협력사, 공급업체, 협력업체 | 供应商
materials!: material*, mineral* | 소재, 원자재, 광물 | 原材料, 材料, 矿产, 原料
validated: validated_end*, veu, validated | veu, 검증된_최종, 최종사용자 | veu, 经验证最终, 最终用户
annual: annual*, yearly, site_licen*, one-year, year-long, every_year, each_year, 2026_licen* | 1년_단위, 연간, 사이트_라이선스, 매년, 1년치, 연례, 내년 | 年度, 每年, 一年期, 逐年, 场址
one-year-pause: for_a_year, for_one_year, one-year_pause, one-year_truce | 1년간, 1년_유예 | 一年, 1年
guardrail-name: guardrail* | 가드레일 | 护栏
chips-act-name: chips_act, chip_act, chips_and_science, chip_subsid* | 반도체법, 반도체_보조금, 칩스법, 반도체지원법 | 芯片法, 晶片法, 芯片与科学, 芯片补贴
excess-profit: profit-sharing, profit_sharing, excess_profit*, upside | 초과이익, 초과수익 | 超额利润, 利润分享, 超额
section-232: section_232, national_security_probe, trade_expansion | 232조, 무역확장법, 안보_영향 | 232, 国安调查
section-301: section_301 | 301조 | 301
mfn: most_favo*, most-favo* | 최혜국 | 最惠国
inflation-act: inflation_reduction, ira | 인플레_감축법, ira, 인플레이션_감축법 | 通胀削减法
national-security!: national_security | 국가안보, 안보 | 国家安全, 国安
infrastructure: infrastructure | 인프라, 기반시설 | 基础设施, 基建
cybersecurity: cybersecurity, cyber, cyberspace | 사이버, 인터넷정보판공실, 인터넷판공실, 정보판공실 | 网络安全, 网信办, 网安, 资安
national-core: national_core, core_technolog* | 국가핵심기술, 핵심기술, 핵심_기술 | 核心技术, 国家核心
blueprint: blueprint*, plant_design, layout | 설계도, 설계도면, 도면 | 设计图, 图纸
ex-staff!: ex-*, former_samsung, former_sk, former_employee*, former_executive*, former_engineer*, former_manager, engineer* | 전_임원, 전_직원, 전_부장, 전직, 전_상무, 전_연구원, 연구원, 임원, 前직원, 前부장, 퇴사 | 前高管, 前员工, 前部长, 前主管, 前职员, 前高层, 前工程师, 离职, 工程师
envoy: ambassador*, envoy*, embass* | 대사, 대사관 | 大使, 使馆
hotline-name: hotline* | 핫라인 | 热线
fta-name: fta, free_trade, free-trade | fta, 자유무역협정 | 自贸, 自由贸易
second-phase: second_phase, second-phase, phase_two, follow-up_talks | 2단계 | 第二阶段, 二阶段
currency-swap: currency_swap, swap | 통화스와프, 스와프 | 货币互换, 换汇, 本币互换
anniversary: anniversar* | 주년, 수교 | 周年, 建交
taiwan-strait: taiwan_strait, taiwan, cross-strait | 대만해협, 대만, 양안 | 台海, 台湾, 涉台, 一个中国
interview: interview* | 인터뷰 | 专访, 采访, 受访
meddle: meddl*, interfer*, intrud* | 내정, 간섭, 말참견, 참견 | 干涉, 置喙, 内政, 干政
bet-on: bet, bets, betting | 베팅 | 押注, 押宝, 下注
three-noes: three_no*, 3_no*, one_limit, three-no* | 3불, 1한, 삼불 | 三不, 一限
thaad-name: thaad | 사드 | 萨德
west-sea: yellow_sea, west_sea, structure* | 서해, 구조물 | 黄海, 构筑物, 养殖
visa!: visa* | 비자, 무비자 | 签证, 免签
hallyu: hallyu, k-pop, korean_wave, cultural | 한류, 한한령, k팝, 케이팝 | 限韩令, 韩流, 文化
kim-jong-un: kim_jong-un, pyongyang, north_korea*, denuclear* | 북한, 김정은, 비핵화, 북핵 | 朝鲜, 北韩, 金正恩, 无核化
ukraine: ukrain* | 우크라 | 乌克兰
trilateral-name: trilateral, three-way, three_way | 한일중, 한중일, 한미일, 3국, 3자 | 中日韩, 三方, 三国, 日中韩, 美日韩, 韩美日
summit-name!: summit*, leaders | 정상회의, 정상회담, 정상 | 峰会, 首脑, 领导人, 元首
foreign-minister!: foreign_minister* | 외교장관, 외교부장, 외교부_장관, 외무장관 | 外长, 外交部长
trade-minister!: trade_minister*, commerce_minister*, industry_minister* | 통상장관, 상무장관, 상무부장, 산업장관, 통상본부장, 통상교섭본부장 | 商务部长, 通商, 贸易部长, 产业部长
vice-minister!: vice_minister, deputy_minister | 차관, 부부장 | 副部长, 次官, 次长
sidelines: sidelines, margins | 계기, 별도 | 期间, 场边, 间隙
preliminary: preliminary, preparatory, working-level | 예비회의, 예비, 실무 | 预备, 工作层, 筹备
first-time!: first, first-ever, inaugural, maiden | 첫, 처음, 최초, 최초로 | 首次, 首度, 首场, 第一次
early-warning-name: early_warning, early-warning | 조기경보, 조기경계 | 预警
state-visit: state_visit | 국빈 | 国事访问, 国是访问
export!: export*, shipment*, outbound, shipped, overseas_sales | 수출 | 出口, 外销, 输出
import!: import* | 수입 | 进口
trade-balance: trade_deficit, trade_surplus, trade_gap, trade_balance | 무역수지, 무역적자, 무역흑자 | 贸易逆差, 贸易顺差, 贸易收支
twenty-days: first_20_days, 20_days | 1~20일, 1∼20일, 1-20일, 20일까지 | 前20天, 前20日, 1至20日, 1-20日, 1日至20日
ten-days: first_10_days, 10_days | 1~10일, 1∼10일, 1-10일, 10일까지, 초순 | 前10天, 前10日, 上旬, 1至10日, 1-10日, 1日至10日
straight: straight, consecutive, row | 연속, 째 | 连续, 连降, 连, 连黑, 连增
market-share: market_share | 점유율 | 份额, 市占
price!: price* | 가격 | 价格, 报价
first-quarter: first-quarter, first_quarter, q1 | 1분기 | 一季度, 第一季, 首季, 1季
second-quarter: second-quarter, second_quarter, q2 | 2분기 | 二季度, 第二季
third-quarter: third-quarter, third_quarter, q3 | 3분기 | 三季度, 第三季
fourth-quarter: fourth-quarter, fourth_quarter, q4 | 4분기 | 四季度, 第四季
charge-off: writedown, write-down, charge_of, billion_charge | 손실_반영 | 计提
military-firm: military_compan*, military_firm*, chinese_military | 군사기업, 군사_기업 | 军事企业, 军方企业, 军企
entity: entit*, compan*_added, firms_added, 140_ | 제재_명단, 블랙리스트, 수출통제_명단, 140곳, 140개 | 实体清单, 140家, 清单, 黑名单
foreign-direct: foreign_direct, american_technology, us_technology | 해외직접생산품, fdpr | 外国直接产品
associations: association*, industry_group* | 협회 | 协会
security-dialogue: security_dialogue, diplomatic_and_security | 외교안보대화, 외교안보 | 外交安全对话
gap-fill: fill_gap, fill_the_gap, backfill*, fill_china_gap, fill_any, void, fill | 빈자리, 공백, 메우, 메워, 채우, 채울 | 补缺口, 填补, 空缺, 缺口, 空白, 补位
companies-decide: up_to_compan*, up_to_firms, companies_to_decide | 기업이_판단, 기업이_알아서 | 企业自行, 企业决定
local-sourcing: domestic_chip*, locally_made, self-suffic*, localis*, localiz* | 자급, 국산화, 자립, 자국산 | 国产, 自给, 自主
delegation: delegation* | 사절단, 대표단 | 代表团
cdf: development_forum, boao, cdf | 발전포럼, 발전고위급, 보아오 | 发展高层论坛, 博鳌
tokyo#: in_tokyo | 도쿄 | 东京
hangzhou#: hangzhou | 항저우 | 杭州
osaka#: osaka | 오사카 | 大阪
geneva#: geneva | 제네바 | 日内瓦
london#: london | 런던 | 伦敦
madrid#: madrid | 마드리드 | 马德里
kuala-lumpur#: kuala_lumpur | 쿠알라룸푸르 | 吉隆坡
hawaii#: hawaii, honolulu | 하와이 | 夏威夷
san-francisco#: san_francisco | 샌프란시스코 | 旧金山
new-york#: new_york | 뉴욕 | 纽约
vientiane#: vientiane, laos | 비엔티안, 라오스 | 万象
jakarta#: jakarta | 자카르타 | 雅加达
phnom-penh#: phnom_penh | 프놈펜 | 金边
munich#: munich | 뮌헨 | 慕尼黑
in-seoul#: in_seoul | 서울서, 서울에서 | 首尔举行, 在首尔
in-beijing#: in_beijing, beijing_visit | 베이징서, 베이징에서 | 在北京, 北京举行, 访北京
in-washington#: in_washington | 워싱턴서 | 在华盛顿
gyeongju#: gyeongju | 경주 | 庆州
busan#: busan | 부산 | 釜山
camp-david-name#: camp_david | 캠프데이비드, 캠프_데이비드 | 戴维营, 大卫营
hiroshima#: g7, hiroshima | g7, 히로시마 | g7, 七国集团, 广岛
bali#: g20, bali | g20, 발리 | g20, 二十国, 巴厘
apec-name: apec | apec, 에이펙 | apec, 亚太经合
brics: brics, sco | 브릭스 | 金砖, 上合
rcep: rcep | rcep, 역내포괄적 | rcep
cptpp: cptpp | cptpp | cptpp
wto-name: wto, world_trade_organi* | wto, 세계무역기구 | 世贸, wto
ipef-name: ipef, indo-pacific_economic, indo-pacific_framework | ipef, 인태경제프레임워크, 인도태평양_경제 | 印太经济框架, 印太经济, ipef
chip4-name: chip_4, chip4, fab_4, chip_alliance, chip_group, four-way, chip_four | 칩4, 팹4, 칩_4, 반도체_동맹 | 芯片四方, 晶片四方, chip_4, chip4, 四方联盟, 芯片联盟, 晶片联盟
star-market: star_market, shanghai_listing, shanghai | 커촹반, 상하이_증시, 상하이 | 科创板, 上海, 科创
taxonomy-ai!: artificial_intelligence, ai | 인공지능, ai | 人工智能, 人工智慧, ai
xian-name+: xi'an, xian | 시안 | 西安
wuxi-name+: wuxi | 우시 | 无锡
dalian-name+: dalian | 다롄 | 大连
nanjing+: nanjing | 난징 | 南京
chengdu+: chengdu | 청두 | 成都
hefei+: hefei | 허페이 | 合肥
guangzhou+: guangzhou | 광저우 | 广州
shenzhen+: shenzhen | 선전 | 深圳
suzhou+: suzhou | 쑤저우 | 苏州
qingdao-name#: qingdao | 칭다오 | 青岛
detroit#: detroit | 디트로이트 | 底特律
jeju#: jeju | 제주 | 济州
""".strip()
