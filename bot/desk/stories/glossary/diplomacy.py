# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines on states and their dealings are about: meetings, moods, statements, offices, bodies and disputes."""

TABLE = """
concern!: concern*, worr*, anxiet*, unease | 걱정, 불안감, 노심초사 | 担忧, 关切, 忧虑, 担心, 隐忧
fear: fear, fears, feared, panic* | 공포감, 공포에, 두려움, 패닉 | 恐慌, 恐惧, 惧怕
welcome: welcom*, hail, hails, hailed, applaud* | 환영, 반색, 반긴다 | 欢迎, 赞赏, 乐见
praise: prais*, commend*, compliment*, laud* | 칭찬, 극찬, 호평, 치켜세 | 赞扬, 夸赞, 盛赞, 好评, 称赞
hope: hopes, hopeful, look_forward, looks_forward | 기대감, 학수고대, 희망한다 | 期待, 期盼, 寄望
promise: promis*, assur*, commitment*, commits_to, committed_to | 약속, 공언, 다짐 | 承诺, 保证, 允诺
apologise: apologi*, apology, sorry | 사과했, 공개_사과, 대국민_사과, 사과문, 사죄 | 道歉, 致歉, 谢罪
thank: thank, thanks, thanked, gratitude, grateful | 감사_인사, 고맙다, 감사_표 | 感谢, 致谢, 谢意
congratulate: congratulat* | 축하, 축전_보내 | 祝贺, 贺电, 恭贺, 贺信
condolence: condolence*, mourn* | 애도, 조의를, 조문단 | 吊唁, 哀悼, 慰问电
explain: explain*, clarif*, briefing, briefed | 해명, 설명회, 브리핑 | 解释, 说明会, 吹风会, 简报
misunderstanding: misunderst*, miscalculat* | 오해, 오판 | 误解, 误会, 误判
trust: trust, mistrust, distrust, confidence-building | 신뢰, 불신 | 互信, 信任, 信赖
restore: restor*, mend, mends, mending, thaw*, reset, resets, normaliz*, normalis* | 복원, 정상화, 해빙, 훈풍, 관계_개선 | 修复, 正常化, 解冻, 回暖, 破冰, 改善关系
strained: strain, strained, strains, soured, deteriorat*, frayed, chill, chilly, frosty | 악화, 경색, 냉각기, 냉랭, 얼어붙 | 恶化, 遇冷, 趋冷, 低谷, 跌入冰点
tension: tension*, friction* | 긴장, 마찰, 신경전 | 紧张, 摩擦, 紧绷
conflict: conflict*, confront*, clash*, standoff, stand-off, feud* | 갈등, 대립, 충돌, 대치 | 冲突, 对抗, 对立, 交锋, 对峙
escalate: escalat*, spiral*, flare_up, flares_up | 격화, 고조, 확전, 점입가경 | 激化, 加剧, 升温, 愈演愈烈
de-escalate: de-escalat*, deescalat*, defus*, detente, détente | 긴장_완화, 진정_국면, 데탕트 | 缓和, 缓解
ties!: ties, relations, relationship* | 양국_관계, 한중_관계, 미중_관계, 한미_관계, 중일_관계, 한일_관계 | 两国关系, 双边关系, 外交关系, 中美关系, 中韩关系, 韩中关系, 美中关系
both-countries!: bilateral, two_countries, both_countries, both_sides | 양국, 양측 | 双边, 两国, 双方
multilateral: multilateral*, plurilateral* | 다자주의, 다자간, 다자 | 多边, 多国
unilateral: unilateral* | 일방적, 일방주의 | 单方面, 单边
sovereignty: sovereign* | 주권 | 主权
territory: territory, territories, territorial | 영토, 영유권, 영해 | 领土, 领海
neutrality: neutral, neutrality, non-aligned, choose_sides, pick_sides, take_sides | 중립, 줄타기, 편들기 | 中立, 选边, 站队
alliance: alliance*, ally, allies, allied | 동맹 | 同盟, 盟友, 盟国, 联盟
treaty: treaty, treaties | 조약 | 条约
ratify: ratif* | 비준 | 核准, 批约
joint-statement: joint_statement*, joint_declaration*, communique*, communiqué* | 공동성명, 공동_성명, 공동선언, 공동발표문 | 联合声明, 共同声明, 联合公报, 共同宣言, 联合宣言
joint-fact-sheet: fact_sheet*, factsheet* | 팩트시트, 설명자료 | 事实清单, 说明资料, 情况说明
statement!: statement*, declar* | 성명, 담화, 선언 | 声明, 宣言, 谈话
minutes: minutes, transcript* | 회의록, 의사록, 녹취록 | 会议纪要, 纪要, 会议记录, 会议纪录
letter: letter, letters | 서한, 친서, 편지 | 信函, 致函, 亲笔信, 致信, 公开信
special-envoy: special_envoy*, emissar* | 특사, 특별대표 | 特使, 特别代表
mediate: mediat*, go-between, intermediar*, arbitrat* | 중재, 가교, 중개자 | 调解, 斡旋, 调停, 居中
consulate: consul, consulate*, consular | 영사 | 领事, 领馆
diplomacy!: diplomac*, diplomat* | 외교 | 外交
protocol: protocol* | 의전, 의정서, 프로토콜 | 礼宾, 议定书
banquet: banquet*, dinner, luncheon, breakfast | 만찬, 오찬, 조찬 | 晚宴, 国宴, 午宴, 宴请
ceremony: ceremon*, red_carpet, honor_guard, guard_of_honor | 기념식, 행사장, 의장대, 개최식 | 仪式, 典礼, 仪仗队
handshake: handshak*, shake_hands, shakes_hands | 악수 | 握手
photo: group_photo, photo_op, selfie* | 기념촬영, 기념사진, 셀카 | 合影, 合照, 自拍
gift: gift, gifts | 선물_교환, 선물_전달, 선물한 | 礼物, 赠送, 礼品
speech: speech, speeches, keynote*, addresses_nation | 연설, 축사, 기조강연 | 演讲, 致辞, 讲话, 演说
press-conference: press_conference*, news_conference*, press_briefing* | 기자회견, 기자간담회, 회견 | 记者会, 发布会, 新闻发布会
spokesperson: spokesperson, spokesman, spokeswoman | 대변인 | 发言人
high-level: high-level, high_level, senior-level, top-level | 고위급 | 高级别, 高层
working-group: working_group*, task_force*, taskforce | 실무그룹, 워킹그룹, 작업반, 태스크포스 | 工作组, 专案小组, 工作小组, 专班
committee: committee*, commission, commissions | 위원회, 공동위 | 委员会, 联委会
framework: framework* | 프레임워크, 기본틀 | 框架
agenda: agenda, agendas | 의제, 안건 | 议题, 议程
differences: differences, disagree*, divergen* | 이견, 입장차, 온도차, 견해차 | 分歧, 歧见, 异议
compromise: compromis*, concession*, concede*, middle_ground | 타협, 양보, 절충 | 妥协, 让步, 折中
breakthrough: breakthrough* | 돌파구, 물꼬 | 突破口, 突破, 重大突破
deadlock: deadlock*, stalemate*, impasse | 교착, 답보, 평행선 | 僵持, 僵局, 胶着
collapse: collapse*, break_down, broke_down, walk_out, fall_apart | 결렬, 파행, 무산, 붕괴 | 破裂, 告吹, 谈崩, 泡汤, 崩溃
progress: progress*, headway | 진전, 진척 | 进展, 推进
constructive: constructive*, candid, frank, in-depth | 건설적, 솔직한, 허심탄회 | 建设性, 坦诚, 坦率
pragmatic: pragmati* | 실용외교, 실용주의, 실용적 | 务实
strategy: strateg* | 전략 | 战略, 策略
strategic-partner: strategic_partner*, comprehensive_strategic | 전략적_동반자, 동반자 | 战略伙伴, 伙伴关系
win-win: win-win, mutual_benefit, mutually_beneficial | 상생, 호혜, 윈윈 | 共赢, 互利, 双赢, 互惠
zero-sum: zero-sum, zero_sum | 제로섬 | 零和
cold-war: cold_war | 냉전 | 冷战
decoupling: decoupl*, de-coupl* | 디커플링, 탈동조화, 탈중국 | 脱钩, 断链
derisking: de-risk*, derisk* | 디리스킹, 위험경감 | 去风险, 降风险
friendshoring: friend-shor*, friendshor*, nearshor*, near-shor*, ally-shor* | 프렌드쇼어링, 니어쇼어링 | 友岸外包, 近岸外包, 友岸
indo-pacific: indo-pacific, asia-pacific | 인도태평양, 인도·태평양, 인태전략, 아태지역 | 印太, 亚太
nato: nato | 나토 | 北约
eu: european_union, eu, european_commission | 유럽연합, eu, eu집행위 | 欧盟, 欧委会
asean: asean | 아세안 | 东盟, 东协
united-nations: united_nations, security_council | 유엔, 안보리 | 联合国, 安理会
imf: imf, international_monetary_fund | imf, 국제통화기금 | imf, 国际货币基金
oecd: oecd | oecd, 경제협력개발기구 | oecd, 经合组织
world-bank: world_bank | 세계은행 | 世界银行, 世行
quad: quad | 쿼드 | 四方安全对话, 四方机制, 四边机制
aukus: aukus | 오커스 | 奥库斯, 美英澳
davos: davos, world_economic_forum | 다보스 | 达沃斯, 世界经济论坛
belt-road: belt_and_road | 일대일로 | 一带一路
global-south: global_south, developing_countr*, developing_nation*, emerging_econom*, emerging_market* | 글로벌_사우스, 개도국, 개발도상국, 신흥국 | 全球南方, 发展中国家, 新兴市场, 南方国家
world-order: international_order, world_order, rules-based | 국제질서, 세계질서, 규칙_기반 | 国际秩序, 世界秩序
international-law: international_law | 국제법 | 国际法
world-community: international_community | 국제사회 | 国际社会
human-rights: human_rights | 인권 | 人权
forced-labour: forced_labor, forced_labour, uyghur*, xinjiang | 강제노동, 위구르, 신장산 | 强迫劳动, 新疆, 维吾尔
unification: unification, reunif* | 통일부, 통일 | 统一
core-interest: core_interest*, red_line*, bottom_line | 핵심이익, 레드라인, 마지노선 | 核心利益, 红线, 底线
provocation: provocat*, provok* | 도발 | 挑衅
double-standard: double_standard*, hypocri* | 이중잣대, 이중기준, 이중_기준, 내로남불 | 双标, 双重标准, 伪善
smear: smear*, slander*, disinformation, fake_news, misinformation | 비방, 모략, 가짜뉴스, 허위정보 | 抹黑, 污蔑, 诋毁, 假消息, 虚假信息
expel: expel*, expuls*, persona_non_grata, deport* | 추방 | 驱逐, 遣返, 驱离
sever: sever_ties, cut_ties, cuts_ties, severs_ties | 단교, 국교_단절, 관계_단절 | 断交, 断绝关系, 切断联系
boycott: boycot* | 보이콧, 불매 | 抵制
solidarity: solidarity, stand_with, stands_with, stand_together | 연대, 결속 | 团结, 声援, 抱团
united-front: united_front, joint_response, coordinated_response | 공동전선, 공동대응, 공동_대응 | 统一战线, 联手, 共同应对
balance: balancing, tightrope, rebalanc* | 균형 | 平衡
dilemma: dilemma, caught_between, sandwiched, crossfire | 딜레마, 샌드위치, 새우등, 진퇴양난 | 两难, 夹缝, 夹心, 左右为难
leverage: leverage, bargaining_chip*, trump_card* | 지렛대, 협상카드, 레버리지, 협상_카드 | 筹码, 杠杆, 王牌
weaponise: weaponi* | 무기화 | 武器化
hostage: hostage* | 인질, 볼모 | 人质
ultimatum: ultimatum* | 최후통첩 | 最后通牒
phased: phased, step-by-step, gradual, gradually | 단계적, 점진적 | 分阶段, 逐步, 循序渐进
package-deal: package_deal, grand_bargain | 빅딜, 일괄타결, 패키지딜 | 一揽子, 大交易
settle: settle, settled, settles, settlement, resolve, resolved, resolves | 타결, 해결, 해소 | 解决, 化解, 谈妥, 了结, 和解
dispute: dispute* | 분쟁, 다툼 | 争端, 纠纷
controversy: controvers*, uproar, furor* | 논란, 논쟁, 시끌 | 争议, 风波, 争论
displeased: displeas*, dissatisf*, discontent*, unhappy, grievance* | 불만, 불쾌 | 不满, 不悦
anger: anger, angers, angry, angered, outrage*, fury, furious | 분노, 격노, 발끈, 격앙 | 愤怒, 震怒, 激怒, 恼火
shock: shock, shocks, shocked, stun, stuns, stunned | 충격, 쇼크, 발칵 | 震惊, 震撼, 震荡
optimism: optimis*, upbeat, rosy | 낙관, 장밋빛 | 乐观
pessimism: pessimis*, gloom*, bleak | 비관, 암울 | 悲观, 黯淡
wait-and-see: wait-and-see, wait_and_see, on_sidelines | 관망, 눈치보기 | 观望
silence: silence, silent | 침묵, 함구, 묵묵부답, 노코멘트 | 沉默, 不予置评, 三缄其口
secret-talks: behind-the-scenes, behind_the_scenes, back-channel, backchannel, closed-door, behind_closed_doors | 물밑, 비공개, 막후, 비밀리 | 幕后, 闭门, 密谈, 私下
surprise: surpris*, abrupt*, sudden, suddenly, unexpected* | 깜짝, 갑자기, 돌연, 뜻밖 | 意外, 突然, 突如其来, 惊喜
itinerary: itinerar*, asia_tour, asian_tour | 순방, 일정 | 出访, 行程, 日程
return-home: return_home, returns_home, returned_home, homecoming | 귀국 | 回国, 归国, 返国
stopover: stopover*, transit, transits | 경유해, 경유지, 기착 | 过境, 中转
airport: airport* | 공항 | 机场
state-plane: air_force_one, presidential_jet, private_jet | 전용기, 에어포스원 | 专机, 空军一号, 私人飞机
business-leaders: business_leader*, tycoon*, business_circle*, business_communit* | 재계, 총수, 경제인, 기업인 | 商界, 企业家, 工商界, 财界
chamber: chamber_of_commerce, chambers_of_commerce, amcham, keidanren, business_lobby | 상공회의소, 대한상의, 암참, 경제단체 | 商会, 经团联
lobby: lobby*, lobbies, lobbied | 로비 | 游说
think-tank: think_tank*, think-tank* | 싱크탱크 | 智库
expert!: expert, experts, analyst*, scholar, scholars, professor* | 전문가, 애널리스트, 학자, 교수 | 专家, 分析师, 学者, 教授
public-opinion: public_opinion, poll, polls, survey* | 여론, 설문 | 民意, 民调, 舆论, 问卷
state-media: state_media, xinhua, global_times, people_daily, cctv | 관영, 신화통신, 환구시보, 글로벌타임스, 인민일보 | 官媒, 新华社, 环球时报, 人民日报, 央视
editorial: editorial*, op-ed, commentary | 사설, 칼럼, 논평, 기고문 | 社论, 社评, 评论文章, 专栏
white-paper: white_paper*, whitepaper* | 백서 | 白皮书
veto: veto* | 거부권 | 否决
contain: containment, encircl*, hem_in | 봉쇄, 포위, 견제 | 遏制, 围剿, 制衡, 牵制
influence: influence, influential, sway, clout | 영향력, 입김 | 影响力, 话语权
neighbour: neighbor*, neighbour* | 이웃, 주변국 | 邻国, 睦邻, 邻居
friendship: friend, friends, friendly, friendship | 우호, 우정, 친구 | 友好, 友谊, 朋友
adversary: adversar*, hostil*, enemy, enemies | 적국, 적대, 적성국 | 敌对, 敌人, 敌国
country-of-concern: country_of_concern, countries_of_concern, foreign_entity_of_concern, feoc | 우려국, 우려국가, 해외우려기관, 우려기업 | 受关注国家, 受关注外国实体, 关注国家
exchanges: people-to-people, exchanges, exchange_program* | 인적교류, 교류 | 人文交流, 交流, 往来
tourism: tourist*, tourism | 관광, 유커, 여행객 | 旅游, 游客, 观光
flights: flight, flights, airline* | 항공편, 직항, 항공사 | 航班, 直飞, 航空公司
evacuate: evacuat*, nationals | 교민, 자국민, 대피 | 侨民, 撤侨, 撤离, 疏散
travel-advice: travel_advisor*, travel_alert*, travel_warning* | 여행경보, 여행주의보, 여행_자제 | 旅行警告, 旅游提醒, 出行提醒, 旅游警示
panda: panda* | 자이언트판다, 푸바오, 판다_외교 | 熊猫
dokdo: dokdo, takeshima | 독도, 다케시마 | 独岛, 竹岛
senkaku: senkaku*, diaoyu* | 센카쿠, 댜오위다오 | 尖阁, 钓鱼岛, 钓鱼台
south-china-sea: south_china_sea, spratly* | 남중국해 | 南海
yasukuni: yasukuni | 야스쿠니 | 靖国
wartime-past: wartime_labor, wartime_history, comfort_women | 위안부, 강제징용, 과거사 | 慰安妇, 强征劳工, 历史问题
humanitarian: humanitarian | 인도적, 인도주의, 구호 | 人道主义, 人道
ceasefire: ceasefire*, cease-fire*, armistice | 정전협정, 종전 | 停火, 停战
peace: peace, peaceful* | 평화 | 和平
host: hosts, hosting, hosted, chairmanship, rotating_presidency | 의장국, 개최국, 주최 | 主席国, 东道主, 轮值, 主办
opening: opening_ceremony, closing_ceremony | 개막, 개회, 폐막 | 开幕, 闭幕
roundtable: roundtable*, round-table | 라운드테이블, 원탁 | 圆桌
seminar: seminar*, symposium*, workshop* | 세미나, 심포지엄, 워크숍, 학술대회 | 研讨会, 讲座, 研习
forum-word: forums | 포럼 | 论坛
two-sessions: two_sessions, national_people_congress, people_congress, npc | 양회, 전인대 | 两会, 全国人大
plenum: plenum, plenary | 중전회, 전체회의, 본회의 | 中全会, 全体会议, 中央全会
five-year-plan: five-year_plan, five_year_plan | 5개년, 15차_5개년 | 十四五, 十五五, 五年规划
communist-party: politburo, communist_party, central_committee | 정치국, 공산당 | 政治局, 共产党, 党中央, 中共中央
state-council: state_council | 국무원 | 国务院
ndrc: ndrc, development_and_reform | 발개위, 국가발전개혁위 | 发改委
miit: miit, industry_and_information | 공업정보화부, 공신부 | 工信部
samr: samr, market_regulator | 시장감독총국, 시장감독관리총국, 시장총국 | 市场监管总局, 市监总局
cabinet: cabinet | 국무회의, 내각, 각료 | 内阁, 国务会议, 阁僚
security-council: national_security_council, nsc, national_security_advis* | 국가안전보장회의, nsc, 국가안보실, 안보보좌관 | nsc, 国家安全顾问, 国安顾问, 国家安保室
bis: bis, bureau_of_industry | bis, 산업안보국 | bis, 工业与安全局, 产业安全局, 工业安全局
finance-ministry: finance_ministry, finance_minister*, treasury_department, treasury_secretary | 기획재정부, 기재부, 재무부, 재무장관 | 财政部, 财长, 企划财政部
state-department: state_department, secretary_of_state | 국무부, 국무장관 | 国务卿, 美国国务院, 美国务院
justice-department: justice_department, department_of_justice, doj | 법무부, 미_법무부 | 司法部, 法务部
ruling-party: ruling_party | 여당, 집권당 | 执政党
opposition-party: opposition_part*, opposition_leader* | 야당, 야권 | 在野党, 反对党
shutdown-us: government_shutdown | 셧다운 | 政府停摆, 政府关门
administration: administration, biden-era, trump-era | 행정부, 정권 | 执政, 行政当局
midterm: midterm*, election_campaign | 중간선거, 대선, 총선 | 中期选举, 大选, 期中选举
compensation: compensat*, reparation*, redress | 배상, 보상 | 赔偿, 补偿
guarantee: guarante* | 보장, 담보 | 保障, 担保
implement: implement*, follow_through, carry_out | 이행, 후속조치, 실행 | 落实, 履行, 执行
comply: comply, complies, complied, complian*, abide | 준수, 컴플라이언스 | 遵守, 合规
leadership: leadership | 리더십, 주도권 | 主导, 领导地位, 主动权
initiative: initiative* | 이니셔티브, 구상 | 倡议, 构想
upgrade: upgrad*, elevat* | 격상, 업그레이드 | 升格, 升级
downgrade: downgrad* | 격하, 강등 | 降格, 降级, 调降
strengthen!: strengthen*, deepen*, bolster*, boost* | 강화, 심화 | 深化, 加强, 强化, 增强
weaken: weaken*, erode*, undermin* | 약화, 훼손 | 削弱, 损害, 破坏
endorse: endors*, backing | 지지_표명, 지지한다, 공개_지지, 전폭_지지 | 力挺, 背书, 撑腰
turning-point: turning_point, watershed, milestone*, landmark, inflection_point | 전환점, 변곡점, 분수령, 이정표 | 转折点, 拐点, 里程碑, 分水岭
mood: mood, moods, atmosphere | 분위기 | 氛围, 气氛
crossroads: crossroads | 기로에, 갈림길 | 十字路口, 岔路
crisis: crisis, crises | 위기 | 危机
opportunity: opportunit* | 기회 | 机遇, 机会, 良机
challenge: challeng* | 도전, 난관 | 挑战, 难关
uncertainty: uncertain* | 불확실 | 不确定
risk!: risk, risks, risky, risked | 리스크, 위험 | 风险, 危险
stability: stabili*, stable | 안정 | 稳定, 平稳
impact!: impact, impacts, impacted, fallout, repercussion*, ripple* | 파장, 여파, 타격, 영향 | 影响, 波及, 余波, 冲击
damage: damage*, harm, harms, harmed, harmful | 피해 | 受损, 伤害, 危害, 受害
benefit: benefit*, beneficiar*, windfall | 수혜, 반사이익, 혜택, 어부지리 | 受益, 利好, 得利, 渔翁之利
criticised-at-home: backlash, outcry | 역풍, 후폭풍, 뭇매 | 反弹声浪, 强烈反响, 众怒, 反噬
exclude: exclud*, exclus*, shut_out, left_out, sideline* | 배제, 패싱, 소외 | 排除, 排斥, 排挤, 边缘化
include: includ*, inclus* | 포함, 편입 | 纳入, 列入, 包括
respect: respect, respects, respected | 존중 | 尊重
fair: fair, fairness, unfair*, level_playing | 불공정, 공정경쟁, 공정한, 공정하게, 공평 | 公平, 公正
transparent: transparen* | 투명성, 투명하 | 透明
responsible: responsib* | 책임 | 责任, 担责
self-interest: national_interest*, america_first | 국익, 미국_우선주의, 미국우선주의 | 国家利益, 美国优先
kftc: fair_trade_commission, ftc, kftc | 공정위, 공정거래위원회, 공정거래위 | 公平交易委员会, 公平委, 公平会
protectionism: protectionis* | 보호무역, 보호주의 | 保护主义
free-market: market_economy, market_principle*, market-driven | 시장경제, 시장원리, 시장_논리 | 市场经济, 市场原则, 市场规律
open-up: opening-up, open_up, liberaliz*, liberalis* | 개방, 자유화 | 开放, 自由化
globalisation: globaliz*, globalis*, deglobal* | 세계화 | 全球化
superpower: superpower*, great_power*, major_power* | 강대국, 초강대국 | 大国竞争, 大国博弈, 强国
""".strip()
