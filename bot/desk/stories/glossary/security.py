# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines on alliances, arms, borders and economic security are about, in English, Korean and Chinese."""

TABLE = """
military-alliance: military_alliance*, security_alliance, treaty_ally, treaty_allies | 군사동맹, 동맹국, 안보동맹, 우방국, 우방 | 军事同盟, 军事联盟, 安全同盟
korea-us-ally: alliance_moderni*, modernising_alliance, alliance_upgrade, ironclad | 동맹_현대화, 한미동맹_현대화, 철통같은, 혈맹, 동맹현대화 | 同盟现代化, 坚如磐石, 血盟, 牢不可破
mutual-defence: mutual_defense, mutual_defence, defense_treaty, defence_treaty, security_commitment* | 상호방위조약, 방위조약, 방위공약, 방위_공약 | 共同防御条约, 防务条约, 共同防卫, 安保条约, 防卫承诺
strategic-flexibility: strategic_flexibility, regional_role, usfk_role, china_deterrence | 전략적_유연성, 주한미군_역할, 중국_억제, 대중_억제 | 战略灵活性, 驻韩美军角色, 遏制中国, 战略弹性
us-forces-korea: us_forces_korea, usfk, us_troops, american_troops, us_forces | 주한미군, 미군, 미군_기지, 주일미군 | 驻韩美军, 美军, 驻日美军, 驻军
troop-cut: troop_cut*, troop_withdraw*, troop_reduc*, withdraw_troops, troop_drawdown | 감군, 철군, 주한미군_감축, 병력_감축, 미군_감축, 미군_철수 | 撤军, 裁军, 削减驻军, 减少驻军, 撤离美军
troop-deploy: troop*, troop_deploy*, deploy_troops, soldiers, send_troops | 파병, 병력, 군인, 장병, 병력_배치 | 派兵, 部队, 士兵, 出兵, 增兵, 兵力
defence-cost: defense_cost*, defence_cost*, cost-sharing, cost_sharing, special_measures_agreement | 방위비, 방위비_분담금, 방위비분담금, 분담금, 방위비_협상 | 防卫费, 军费分摊, 驻军费用, 防卫费分担, 军费分担
defence-budget: defense_spending, defence_spending, military_spending, defense_budget, military_budget, percent_of_gdp | 국방비, 국방예산, 국방비_증액, 국방_예산 | 国防预算, 军费, 国防开支, 防务开支, 军费开支
wartime-control: wartime_control, opcon, operational_control | 전작권, 전시작전통제권, 전작권_전환, 작전통제권 | 战时作战指挥权, 作战指挥权, 战时指挥权, 作战控制权
joint-drill: joint_drill*, joint_exercise*, military_exercise*, military_drill*, war_game*, joint_military | 연합훈련, 연합연습, 합동훈련, 군사훈련, 군사연습 | 联合军演, 联合演习, 军演, 军事演习, 联演
named-drill: freedom_shield, ulchi, freedom_edge, rimpac, balikatan, talisman_sabre | 자유의_방패, 프리덤_실드, 프리덤_에지, 림팩, 프리덤에지, 을지연습 | 乙支自由护盾, 自由护盾, 自由之刃, 环太平洋军演, 肩并肩
taiwan-drill: justice_mission, strait_thunder, joint_sword, drills_around_taiwan, encircle_taiwan | 대만_포위, 대만포위, 대만_봉쇄, 연합훈련_리젠, 해협뇌정, 대만_포위_훈련 | 联合利剑, 海峡雷霆, 环台军演, 围台军演, 正义使命, 围台
live-fire: live-fire, live_fire, shelling, artillery | 실사격, 포사격, 포격, 실탄_사격, 자주포 | 实弹射击, 实弹, 炮击, 实弹演习, 火炮
missile: missile, missiles, missile_launch*, missile_test* | 미사일, 유도탄 | 导弹, 飞弹
ballistic: ballistic, icbm*, intercontinental, slbm* | 탄도미사일, 탄도탄, 대륙간탄도, icbm, slbm | 弹道导弹, 弹道飞弹, 洲际弹道, 洲际导弹, 洲际飞弹
hypersonic: hypersonic* | 극초음속 | 高超音速, 极音速, 高超声速, 超高音速
cruise-missile: cruise_missile*, tomahawk*, typhon | 순항미사일, 토마호크, 타이폰, 순항_미사일 | 巡航导弹, 战斧, 巡弋飞弹, 堤丰, 提丰
missile-defence: missile_defense, missile_defence, golden_dome, iron_dome, interceptor* | 미사일방어, 골든돔, 아이언돔, 요격, 미사일_방어, 골든_돔 | 导弹防御, 反导, 金穹, 铁穹, 拦截系统, 飞弹防御
air-defence: patriot, air_defense_system, air_defence_system, patriot_missile* | 패트리엇, 방공망, 방공체계, 방공_시스템 | 爱国者导弹, 爱国者飞弹, 防空系统, 防空飞弹
mid-range-treaty: intermediate-range, inf_treaty, arms_control, new_start, disarmament | 중거리미사일, 중거리_핵전력, 군축, 군비통제, 뉴스타트 | 中导条约, 中程导弹, 军控, 裁军谈判, 军备控制, 中程飞弹
nuclear-weapon: nuclear_weapon*, nuclear_warhead*, nuclear_arms, nuclear_arsenal, nukes | 핵무기, 핵탄두, 핵전력, 핵_무기 | 核武器, 核弹头, 核武, 核武库
nuclear-test: nuclear_test*, nuclear_testing | 핵실험, 핵_실험, 풍계리 | 核试验, 核试爆, 核试
nuclear-free: denuclearis*, denuclearization, nonproliferation, non-proliferation, npt | 한반도_비핵화, 완전한_비핵화, 핵확산, 비확산 | 弃核, 去核化, 防扩散, 不扩散, 核不扩散
nuclear-umbrella: extended_deterrence, nuclear_umbrella, nuclear_consultative, ncg | 확장억제, 핵우산, 핵협의, ncg, 확장억제전략 | 延伸威慑, 核保护伞, 扩展威慑, 延伸吓阻, 核磋商小组
deterrence: deter, deters, deterrence, deterrent | 억제력, 전쟁억제, 억지력 | 威慑, 吓阻, 遏阻, 慑止
nuclear-sub: nuclear-powered_sub*, nuclear_sub*, nuclear-powered_submarine* | 핵추진_잠수함, 핵잠, 핵잠수함, 원자력추진_잠수함, 원잠 | 核动力潜艇, 核潜艇, 核潜舰, 核动力潜舰
submarine: submarine* | 잠수함 | 潜艇, 潜舰
aircraft-carrier: aircraft_carrier*, carrier_group, fujian_carrier, carrier_strike, shandong_carrier | 항공모함, 항모, 항모전단, 푸젠함 | 航空母舰, 航母, 福建舰, 山东舰, 辽宁舰
warship: warship*, destroyer*, frigate*, navy, naval, fleet | 군함, 구축함, 호위함, 해군 | 军舰, 驱逐舰, 护卫舰, 海军, 舰艇, 舰队
ship-repair: mro, naval_repair*, warship_repair | 유지·보수·정비, mro, 함정_정비 | 舰艇维修, 军舰维修, 维护保养, 再造美国造船业
fighter-jet: fighter_jet*, warplane*, f-35, f-16, military_aircraft, bomber* | 전투기, 군용기, 폭격기, 스텔스기 | 战斗机, 战机, 军机绕, 轰炸机, 隐形战机
arms-sale: arms_sale*, arms_deal*, arms_package, weapons_sale*, sell_weapons, arms_to_taiwan | 무기_판매, 무기판매, 무기_수출, 대만_무기, 무기수출 | 军售, 武器出售, 对台军售, 出售武器, 武器销售
military-aid: military_aid, military_assistance, weapons_aid, arms_supply, arms_support | 군사지원, 군사_지원, 무기_지원, 무기지원 | 军援, 军事援助, 武器援助, 提供武器
arms-industry: defense_industry, defence_industry, defense_contractor*, arms_maker*, weapons_maker* | 방산, 방위산업, 방산업체, 방산기업, 군수업체 | 军工, 国防工业, 防务企业, 军火商, 国防承包商
weapon: weapon*, munition*, ammunition, ordnance | 탄약, 포탄, 군수품, 무기체계, 첨단무기 | 武器, 弹药, 炮弹, 军火
civil-military: military-civil, civil-military, military_end-use*, military_end_use*, military_use | 군민융합, 군민_융합, 군사용, 군사적_용도, 군사_용도 | 军民融合, 军事用途, 军事最终, 军用
pla: pla, people_liberation_army, liberation_army, chinese_army, chinese_troops | 인민해방군, 중국군, 해방군, 중국_인민해방군 | 解放军, 中国军队, 共军, 陆军方
military-parade: military_parade*, victory_day, parade | 열병식, 전승절, 군사퍼레이드, 전승절_열병식 | 阅兵, 抗战胜利, 阅兵式, 大阅兵, 九三阅兵
central-military: central_military_commission, military_purge, purge* | 중앙군사위, 군_숙청, 숙청, 중앙군사위원회 | 中央军委, 军委副主席, 军中清洗, 整肃
joint-chiefs: joint_chiefs, military_chief, commander*, general_staff | 합참, 합동참모본부, 사령관, 합참의장 | 参联会, 联合参谋, 司令, 参谋长, 参谋总长
indopacom: indo-pacific_command, indopacom, us_forces_japan, un_command, combined_forces_command | 인태사령부, 인도태평양사령부, 연합사령부, 연합사, 유엔사 | 印太司令部, 印太司令, 联合国军司令部, 韩美联合司令部
defence-minister: defense_minister*, defence_minister*, defense_secretary, defense_chief*, defence_chief*, war_secretary | 국방장관, 국방부장, 국방부_장관, 방위상, 전쟁장관 | 国防部长, 防长, 国防部长官, 防卫相, 战争部长
shangri-la-talks: shangri-la, shangri-la_dialogue, xiangshan, security_conference | 샹그릴라, 샹그릴라대화, 안보회의, 샹산포럼, 안보협의회의 | 香格里拉对话, 香会, 安全会议, 香山论坛, 香格里拉
security-consult: security_consultative, scm, nuclear_security_talks, nsc_meeting | 안보협의회, 안보실장, 안보협의 | 安保会议, 国家安全保障会议, 国安会, 国家安全会议, 安全保障会议
security-adviser: security_adviser*, security_advisor*, national_security_adviser* | 국가안보실장, 국가안보보좌관, 안보수장 | 国家安保室长, 国安室长
war: war, wars, wartime, warfare | 전쟁, 교전, 무력충돌, 무력_충돌 | 战争, 战事, 开战, 交战, 武装冲突
taiwan-invasion: invasion_of_taiwan, invade_taiwan, taiwan_invasion, attack_taiwan, taiwan_contingency | 대만_침공, 대만침공, 대만_유사시, 대만유사시 | 武统, 攻台, 犯台, 台湾有事, 台海冲突, 侵台
taiwan-independence: taiwan_independence, separatis*, one-china, one_china | 대만_독립, 하나의_중국, 분리주의, 대만독립, 통일전선 | 台独, 分裂势力, 一中原则, 一国两制, 两岸统一
invasion: invasion, invade, invades, invaded, aggression | 침공, 침략, 무력_침공 | 入侵, 侵略, 进犯
air-defence-zone: air_defense_identification, air_defence_identification, adiz, kadiz | 방공식별구역, 카디즈, kadiz, 영공, 방공구역 | 防空识别区, 识别区, 领空, 防空识别
incursion: incursion*, intrusion, enter_without_notice, trespass | 침범, 무단_진입, 무단진입, 긴급출격, 진입했다_이탈 | 侵入, 闯入, 进入防空, 扰台, 越界, 擅闯
joint-patrol: joint_patrol*, joint_air_patrol, bomber_patrol*, joint_flight* | 합동순찰, 연합_순찰, 합동비행, 공동순찰, 연합순찰 | 联合巡航, 联合巡逻, 联合战略巡航, 联巡, 战略巡航
median-line: median_line, nll, northern_limit_line, maritime_border, maritime_boundar* | 중간선, 북방한계선, 해양경계, 해상경계, 해양경계획정 | 海峡中线, 北方界线, 海洋划界, 海上边界, 海域划界
coast-guard: coast_guard* | 해경, 해양경찰, 해안경비대, 해양경찰청 | 海警, 海巡, 海岸警卫, 海警船, 海岸警备
fishing-boats: fishing_boat*, fishing_vessel*, illegal_fishing, fishermen | 불법조업, 불법_조업, 중국어선, 어민, 불법어선 | 渔船, 非法捕捞, 渔民, 越界捕鱼, 非法捕鱼, 作业渔船
buoy: buoy*, observation_buoy* | 부표, 관측부표, 해양부표 | 浮标, 观测浮标
steel-structure: maritime_structure*, steel_structure*, steel_rig*, aquaculture, platform_in_yellow_sea | 철골_구조물, 철골구조물, 해상_구조물, 서해_구조물, 구조물_철거, 양식시설 | 海上构筑物, 钢结构, 养殖设施, 海上平台, 铁架, 深海养殖
provisional-zone: provisional_measures_zone, pmz, eez, exclusive_economic, no-sail_zone* | 잠정조치수역, pmz, 배타적경제수역, eez, 항행금지구역, 항행금지 | 暂定措施水域, 专属经济区, 禁航区, 临时措施水域, 经济海域
ieodo: ieodo, suyan_rock, socotra_rock | 이어도 | 苏岩礁, 离于岛
kinmen: kinmen, matsu, pratas, penghu | 진먼, 진먼다오, 마쭈, 둥사군도, 펑후 | 金门, 马祖, 东沙岛, 澎湖
navigation-freedom: freedom_of_navigation, transit_strait, strait_transit, sail_through | 항행의_자유, 항행_자유, 해협_통과, 해협_통항 | 航行自由, 穿越台海, 自由航行, 穿航
spy-balloon: spy_balloon*, balloon*, surveillance_balloon | 정찰풍선, 스파이풍선, 정찰_풍선, 풍선 | 间谍气球, 侦察气球, 无人飞艇, 高空气球, 气球事件
trash-balloon: trash_balloon*, leaflet*, loudspeaker*, propaganda_broadcast* | 오물풍선, 쓰레기풍선, 대북전단, 확성기, 대북_확성기 | 垃圾气球, 传单, 扩音器, 对朝广播, 粪便气球
spy-satellite: spy_satellite*, reconnaissance_satellite*, military_satellite* | 정찰위성, 군사정찰위성, 군사위성 | 侦察卫星, 间谍卫星, 军事卫星
spy-agency: spy_agency, intelligence_agenc*, cia, nis, counterintelligence, five_eyes | 국정원, 정보기관, 국가정보원, 방첩, 파이브아이즈, 방첩사 | 情报机构, 中情局, 国情院, 情报院, 反间谍, 五眼联盟
intelligence-share: intelligence_sharing, gsomia, share_intelligence, warning_data | 지소미아, 정보공유, 군사정보, 군사정보보호협정, 경보정보 | 情报共享, 军情协定, 军事情报, 军情保护协定
secret-police: overseas_police, secret_police, secret_police_station*, influence_operation* | 비밀경찰서, 비밀경찰, 비밀_경찰, 영향력_공작 | 海外警察站, 海外服务站, 秘密警察, 统战, 渗透, 影响力行动
election-meddling: election_interference, foreign_interference | 선거개입, 선거_개입, 여론조작, 여론_조작 | 选举干预, 介选, 外国干预, 假新闻, 认知作战
surveillance: surveil*, eavesdrop*, wiretap*, bugging, facial_recognition | 감시, 감청, 안면인식 | 监控, 监听, 窃听, 人脸识别, 监视
propaganda: propaganda, psychological_warfare, cognitive_warfare | 선전전, 심리전, 여론전, 인지전 | 宣传战, 心理战, 舆论战, 认知战
north-korea-threat: north_korean_threat*, nuclear_threat*, provocation*, provocative | 북핵_위협, 핵위협, 무력도발, 군사도발 | 核威胁, 军事挑衅, 朝核威胁
nk-sanctions: un_sanctions, sanctions_on_north, north_korea_sanctions, sanctions_monitor* | 대북제재, 대북_제재, 유엔_제재, 제재결의 | 对朝制裁, 对北制裁, 涉朝制裁, 制裁决议
nk-russia: north_korean_troops, north_korea-russia, kursk, russia-north | 북한군_파병, 북러, 북러_밀착, 쿠르스크, 북러_조약, 러시아_파병 | 朝俄, 朝鲜派兵, 朝军, 俄朝条约, 北韩军, 库尔斯克
nk-hackers: lazarus, north_korean_hack*, crypto_theft, it_workers | 라자루스, 북한_해커, 북_해킹, 김수키, it_인력 | 朝鲜黑客, 拉撒路, 北韩骇客, 北韩黑客
nk-us-talks: us-north, trump-kim, kim-trump, north_korea_talks, hanoi | 북미회담, 북미대화, 북미정상회담, 하노이 | 朝美, 特金会, 川金会, 河内
defector: defects, defector*, defected | 탈북, 탈북민, 망명, 귀순, 탈북자 | 脱北, 叛逃, 投诚, 脱北者
inter-korean: inter-korean, panmunjom, dmz, kaesong | 남북관계, 남북대화, 판문점, 비무장지대, 개성공단, 9·19 | 韩朝关系, 板门店, 非军事区, 开城工业, 南北韩
two-hostile: two_hostile_states, hostile_states, hostile_state | 적대적_두_국가, 적대국 | 敌对国家, 两国论, 敌对两国
security-council-matter: unsc | 안전보장이사회, 유엔_안보리 | 联合国安理会
un-rights-body: human_rights_council, icj, icc, international_criminal_court, international_court | 인권이사회, 국제사법재판소, 국제형사재판소 | 人权理事会, 国际法院, 国际刑事法院, 国际法庭
iaea: iaea, nuclear_watchdog, atomic_energy_agency | iaea, 국제원자력기구, 원자력기구 | 国际原子能, 原子能机构, iaea
asean-arf: arf, asean_regional_forum, asean+3, east_asia_summit | 아세안지역안보포럼, 아세안+3, 동아시아정상회의, arf | 东盟地区论坛, 东亚峰会, 东亚合作
asian-nato: asian_nato, mini-nato, mini-lateral, minilateral | 아시아판_나토, 아시아_나토, 소다자 | 亚洲版北约, 小北约, 亚太版北约, 小多边
clique: clique*, bloc_politics, small_circle*, cold-war, bloc_confrontation | 소집단, 진영_대결, 신냉전, 냉전적_사고 | 小圈子, 小集团, 集团对抗, 冷战思维, 阵营对抗
blockade: blockade*, quarantine_of_taiwan, strait_closure, choke_point* | 해상봉쇄, 봉쇄_훈련, 호르무즈_봉쇄, 해협_봉쇄 | 海上封锁, 封锁台湾, 封锁海峡, 咽喉要道
evacuation: airlift* | 피란, 철수_권고, 교민_철수, 대피령 | 紧急撤离
military-hotline: military_hotline, military_communication*, military-to-military, mil-to-mil, defense_hotline | 군_통신선, 군사_핫라인, 군_핫라인, 군사소통, 국방_핫라인 | 军事热线, 两军沟通, 军方热线, 两军交流, 军事沟通
crisis-manage: crisis_manag*, guardrails_for_relations, communication_channel*, channels_open | 위기관리, 소통_채널, 소통채널, 대화_채널 | 危机管控, 沟通渠道, 管控分歧, 危机管理, 沟通管道
econ-security-dialogue: economic_security_dialogue, economic_security_meeting*, economic_security_ministers, economic_security_talks | 경제안보대화, 경제안보_대화, 경제안보회의, 경제안보장관회의 | 经济安保对话, 经济安全对话, 经济安全会议, 经安对话
security-law-promo: economic_security_promotion, economic_security_law, supply_chain_act, supply_chain_law | 경제안보추진법, 공급망기본법, 공급망_기본법, 경제안보법 | 经济安全保障推进法, 经济安保推进法, 供应链基本法, 经济安全法
supply-committee: supply_chain_committee, supply_chain_fund, supply_chain_stabili*, stable_supply | 공급망위원회, 공급망안정화, 공급망_안정화, 공급망안정화기금, 공급망_기금 | 供应链委员会, 供应链稳定, 稳定供应, 供应链稳定基金, 产供链稳定
resilience: resilien*, robust_supply | 회복력, 복원력, 공급망_다변화 | 韧性, 弹性供应链, 分散供应
minerals-partners: minerals_security_partnership, msp, minerals_club, pax_silica, forge | 핵심광물안보파트너십, msp, 팍스_실리카, 팍스실리카 | 矿产安全伙伴, 硅和平, 矽和平, 关键矿产联盟, 硅基和平
strategic-goods: strategic_item*, strategic_goods, controlled_item*, control_list*, catch-all | 전략물자, 전략_물자, 통제품목, 통제_품목, 캐치올, 상황허가 | 战略物资, 管制物项, 受控物项, 管制物品, 管控物项
control-regime: wassenaar, multilateral_export, nuclear_suppliers, export_regime, australia_group | 바세나르, 바세나르체제, 다자수출통제, 다자_수출통제 | 瓦森纳, 多边出口管制, 瓦圣纳, 出口管制机制, 瓦瑟纳
allied-alignment: align_with_us, allied_control*, coordinate_controls, chip_coalition, multilateral_controls | 동맹국_동참, 수출통제_동참, 통제_동참, 통제_공조, 수출통제_공조 | 协调管制, 盟友跟进, 跟进管制, 配合美国, 同步管制
investment-screening: screen_investment*, foreign_investment_review, fdi_screening | 투자심사, 투자_심사, 외국인투자위원회, 외국인_투자_심사 | 外资审查, 投资审查, 外商投资安全, 外资安审, 投审会
outbound-invest!: overseas_investment_rule*, comprehensive_outbound | 해외투자_제한, 대중_투자_제한, 역외투자, 해외투자_통제, 대중투자 | 对外投资限制, 对华投资限制, 投资禁令, 海外投资
security-review-deal: security_clearance, security_screening, national_security_review, blocked_deal | 안보심사, 국가안보_심사, 안보_심사, 보안심사 | 国家安全审查, 安全审查, 国安审查, 国安审议
huawei-ban: rip_and_replace, huawei_ban, 5g_ban, huawei_equipment, telecom_equipment | 화웨이_퇴출, 화웨이_장비, 화웨이_배제 | 华为禁令, 禁用华为, 电信设备, 禁华为
clean-network: clean_network, trusted_partner*, trusted_supplier*, like-minded, democratic_partners | 클린_네트워크, 신뢰할_수_있는_파트너, 유사입장국, 가치동맹, 클린네트워크 | 清洁网络, 可信赖伙伴, 理念相近, 志同道合, 民主供应链
economic-coercion: economic_coercion, coercive, coerc*, anti-coercion | 경제적_강압, 경제_강압, 강압적, 반강압, 통상위협대응조치 | 经济胁迫, 经济恐吓, 反胁迫, 经济霸凌, 反胁迫工具
containment: contain_china, encircle*, hold_back_china | 대중_봉쇄, 중국_봉쇄, 대중_포위, 중국_견제, 봉쇄망 | 遏华, 围堵中国, 遏制打压, 抗中, 包围网
take-sides: picking_sides, balancing_act | 양자택일, 줄서기, 샌드위치_신세, 미중_사이, 안미경중 | 选边站, 走钢丝, 二选一, 安美经中
strategic-ambiguity: strategic_ambiguity, strategic_clarity, strategic_autonomy | 전략적_모호성, 전략적_자율성, 전략적_명확성 | 战略模糊, 战略自主, 战略清晰, 战略自主性
tech-war: technology_war, tech_rivalry, tech_battle | 기술전쟁, 칩워, 기술패권, 패권_경쟁 | 晶片战, 技术战, 科技博弈, 芯片战争
us-china-rivalry: us-china_rivalry, us-china_tension*, geopolitic* | 미중갈등, 미중_갈등, 미중_경쟁, 지정학, 미중_패권 | 地缘政治, 美中竞争, 地缘
g2: g2, group_of_two, thucydides | g2, 주요_2개국, 투키디데스 | g2, 两国集团, 修昔底德
compute-security: compute_export*, ai_diffusion, diffusion_rule, ai_export*, ai_action_plan | ai_확산, 확산_규칙, ai_수출통제, 인공지능_확산, ai_행동계획 | 人工智能扩散, 扩散规则, ai扩散, ai行动计划, 扩散框架
chip-tracking: chip_tracking, location_tracking, geofenc*, on-chip_governance, tracker* | 칩_추적, 위치_확인, 추적기, 추적장치 | 芯片追踪, 追踪位置, 定位功能, 追踪器, 定位芯片
remote-kill: remote_disable, remote_shutdown, remotely_disable, switch_off, shut_down_remotely | 원격_차단, 원격차단, 킬스위치, 원격_정지, 원격제어 | 远程关闭, 远程瘫痪, 终止开关, 自毁, 远程控制
military-ai: military_ai, autonomous_weapon*, ai_weapon*, ai_safety, ai_summit | 군사_ai, 자율무기, ai_안전, ai_서울_정상회의, 살상무기 | 军事人工智能, 自主武器, 人工智能安全, 人工智能峰会, ai安全
space-mil: space_force, space_command, anti-satellite | 우주군, 우주사령부, 위성요격 | 太空军, 反卫星, 太空部队
defence-talks: defense_talks, defence_talks, defense_dialogue, defense_cooperation, defence_cooperation | 국방회담, 국방대화, 국방협력, 방산협력, 국방전략대화 | 防务对话, 国防对话, 防务合作, 防务磋商, 军工合作
military-sharing: acsa, reciprocal_access, visiting_forces, logistics_support | 상호군수지원협정, 상호접근협정, 군수지원, acsa, raa | 物资劳务相互提供, 互惠准入, 后勤支援, 互惠准入协定, 部队互访
japan-military: self-defense_force*, self-defence_force*, pacifist_constitution, remilitari*, militaris* | 자위대, 평화헌법, 군국주의, 재무장, 전수방위, 비핵_3원칙 | 自卫队, 和平宪法, 军国主义, 再军事化, 重新武装, 无核三原则
survival-threat: survival-threatening, existential_crisis, collective_self-defense, taiwan_remarks | 존립위기, 존립_위기, 집단자위권, 대만_발언, 존립위기사태 | 存亡危机, 集体自卫权, 涉台言论, 涉台错误言论, 存立危机
forced-labour-japan: wartime_labour, wartime_forced, labor_compensation | 징용, 강제동원, 징용_배상, 제3자_변제 | 劳工赔偿, 被强征, 劳工索赔, 征用工
shuttle-diplomacy: shuttle_diplomacy, shuttle_summit | 셔틀외교, 셔틀_외교 | 穿梭外交
wolf-warrior: wolf_warrior*, undiplomatic, rude_remarks, inappropriate_remark* | 늑대전사, 전랑외교, 전랑_외교, 부적절한_발언, 내정간섭 | 战狼, 战狼外交, 不当言论, 内政干涉
persona-non-grata: expulsion, recall_ambassador | 기피인물, 기피_인물, 페르소나_논_그라타, 대사_소환 | 驱逐出境, 不受欢迎的人, 召回大使
military-base: military_base*, camp_humphreys, base_site | 평택기지, 캠프험프리스, 기지_부지, 군사기지, 험프리스 | 军事基地, 平泽基地, 汉弗莱斯, 军营
radar: radar*, electronic_warfare, jamming, gps_jamming | 레이더, 전자전, gps_교란, 전파_교란 | 雷达, 电子战, 干扰信号, 照射雷达, 火控雷达
conscription: conscript*, military_service, draft_dodg*, reservist* | 병역, 징병, 군_복무, 예비군 | 兵役, 征兵, 服役, 义务役, 预备役
terror: terror*, assassinat*, stabb*, gunman, shooting | 테러, 암살, 피습, 총격, 흉기 | 恐怖袭击, 恐袭, 暗杀, 枪击, 遇刺, 遇袭
bombing: bombing*, airstrike*, air_strike*, strikes_iran, bombard* | 폭격, 공습, 폭발물 | 轰炸, 空袭, 爆炸物, 袭击
regime-change: coup, regime_change, uprising, junta | 쿠데타, 정권교체, 정변, 군부 | 政变, 政权更迭, 兵变, 军政府
venezuela: venezuela*, maduro | 베네수엘라, 마두로 | 委内瑞拉, 马杜罗
iran-nuclear: iran_nuclear, nuclear_deal, uranium, enrichment | 이란_핵, 핵합의, 우라늄, 우라늄_농축 | 伊核, 核协议, 浓缩铀, 铀浓缩, 伊朗核
enrich-korea: reprocess*, 123_agreement, spent_fuel, nuclear_energy_pact | 한미원자력협정, 원자력협정, 핵연료, 재처리, 사용후핵연료 | 核能协定, 原子能协定, 乏燃料, 后处理, 核燃料
security-expert: defense_white_paper, defence_white_paper, national_security_strategy, defense_strategy, defence_strategy | 국방백서, 국가안보전략, 방위백서, 국방전략, 안보전략서 | 国防白皮书, 国家安全战略, 防卫白皮书, 国防战略, 安保战略
pentagon-report: china_military_power, military_power_report, annual_threat, threat_assessment | 중국군사력, 군사력_보고서, 위협평가, 연례위협평가 | 中国军力报告, 中国军力, 威胁评估, 军力报告
first-island: first_island_chain, island_chain, anti-access | 제1도련선, 도련선, 반접근, 제1열도선 | 第一岛链, 岛链, 反介入, 区域拒止
world-war: world_war*, nuclear_war, armageddon | 세계대전, 3차_대전, 핵전쟁, 제2차_세계대전 | 世界大战, 核战争
silicon-shield: silicon_shield, broken_nest, destroy_tsmc, scorched_earth | 실리콘_방패, 실리콘방패, tsmc_폭파, 둥지를_부수 | 硅盾, 矽盾, 毁掉台积电, 炸毁台积电, 护国神山, 碎巢
""".strip()
