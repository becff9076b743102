# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines on companies are about: making, building, orders, mishaps, labour, deals, figures, titles of office."""

TABLE = """
capacity: capacity, capacities, wafers_per_month, monthly_output | 생산능력, 캐파, 생산량, 월산 | 产能利用, 月产, 产量
utilisation: utilization*, utilisation*, operating_rate* | 가동률 | 稼动率, 利用率, 开工率
expand-plant: new_line, new_lines, new_fab, new_plant, new_factory, second_plant | 신공장, 신규_공장, 신규_라인, 2공장 | 新厂, 新产线, 二厂, 新工厂
groundbreaking: groundbreak*, break_ground, breaks_ground, broke_ground | 기공식, 첫_삽, 첫삽, 기공 | 奠基, 开工, 破土
completion: completed, completion, ribbon-cutting | 준공, 완공, 완료 | 竣工, 落成, 完工, 启用
move-in: tool-in, move-in, tool_install* | 장비_반입, 장비반입, 셋업 | 进机, 搬入, 迁入
relocate: relocat*, move_out, moves_out, exodus | 공장_이전, 이탈, 엑소더스, 탈출 | 搬迁, 迁出, 转移, 外移, 出走
exit: exit, exits, exiting, pull_out, pulls_out, pullout | 철수, 사업_철수, 손_뗀, 발_빼 | 退出, 撤出, 撤资, 撤离中国
enter-market: foothold, market_entry, enter_market, enters_market, foray | 진출, 진입, 교두보 | 进军, 进入市场, 抢滩, 切入
convert: conver*, retool*, line_conversion, transition_to | 전환, 라인_전환, 전환투자 | 转换, 改造, 转产, 转型
modernise: moderniz*, modernis*, overhaul* | 현대화, 고도화, 공정전환 | 现代化, 升级改造, 技改
automation: automat*, smart_factory | 자동화, 스마트팩토리, 스마트공장 | 自动化, 智能工厂, 智慧工厂, 智能制造
trial-production: trial_production, pilot_line, pilot_production, test_production | 시험생산, 시험_생산, 시범생산, 파일럿라인, 시생산 | 试产, 中试, 试生产
yield-rate: yield_rate*, defect_rate* | 불량률 | 良率, 良品率
defect: defect*, faulty, flaw*, glitch* | 결함, 불량 | 缺陷, 瑕疵, 次品, 故障
inventory: inventor*, destock*, restock* | 재고 | 库存, 去库存, 存货
order!: new_orders, order_book*, backlog*, chip_orders, orders_for, orders_from | 수주, 발주, 주문량, 일감 | 订单, 下单, 接单, 砍单
customer: customer*, client, clients | 고객사, 고객 | 客户
supply-deal: supply_contract*, long-term_contract*, long-term_supply | 공급계약, 공급_계약, 장기계약, 장기공급 | 供货合同, 长约, 供应合同
qualify: qualif*, pass_test, passes_test, passed_test | 퀄테스트, 품질_검증, 퀄_테스트, 성능검증, 품질테스트 | 验证测试, 资质认证, 品质认证, 通过测试
certify: certif*, accredit* | 인증 | 认证, 资格认定
sample: sample, samples, sampling, prototype* | 샘플, 시제품, 견본, 시료 | 样品, 送样, 样片, 原型
shipping-start: starts_shipping, begins_shipping, begins_deliver*, first_shipment, first_batch | 출하, 첫_출하, 첫_납품, 납품 | 出货, 交付, 首批, 发货
deliver: deliver, delivery, deliveries, delivered, delivers, lead_time* | 인도식, 배송, 납기 | 交货, 交期, 配送
recall-product: recall, recalls, recalled | 리콜 | 召回
shutdown: shutdown, shutdowns, shut_down, shuts_down, close_plant, idle, idled, idling | 폐쇄, 멈춰, 멈췄, 문_닫, 휴업, 셧다운_위기 | 关闭, 停工, 停摆, 关厂, 停产
power-cut: power_cut*, power_outage*, blackout*, outage*, power_failure | 정전, 블랙아웃, 전력난 | 停电, 断电, 限电, 缺电
electricity: electricity, power_grid, power_supply | 전력, 전기료, 전기요금, 송전 | 电力, 电网, 电价, 供电
power-plant: nuclear_power, nuclear_plant*, reactor*, smr | 원전, 원자력, 원자로, smr | 核电, 核能, 反应堆, smr
water: water_supply, drought* | 용수, 가뭄 | 用水, 干旱, 缺水, 旱灾
fire-accident~: fire, fires, blaze*, caught_fire | 화재, 불길, 화마 | 火灾, 起火, 失火, 大火, 着火
explosion~: explosion*, explode*, blast_at | 폭발 | 爆炸
gas-leak~: gas_leak*, chemical_leak*, toxic* | 가스_누출, 가스누출, 누출사고, 불산, 유독 | 气体泄漏, 泄漏, 有毒, 外泄事故
accident~: accident*, mishap*, crash, crashes, crashed | 사고로, 사고_발생, 인명사고, 추락 | 事故, 坠毁
casualties: dead, death, deaths, killed, injur*, casualt*, fatal* | 사망, 부상자, 중상자, 숨져, 숨진, 중태, 사상자 | 死亡, 受伤, 伤亡, 身亡, 遇难, 丧生
earthquake: earthquake*, quake, tremor | 지진, 강진 | 地震, 强震
typhoon: typhoon*, hurricane*, storm, storms, flood* | 태풍, 홍수, 침수, 폭우, 허리케인 | 台风, 洪水, 暴雨, 飓风, 水灾
pandemic: pandemic, covid*, coronavirus, lockdown* | 코로나, 팬데믹, 방역 | 疫情, 新冠, 封城, 防疫
safety: safety, occupational, workplace | 중대재해, 산재, 산업재해, 안전사고 | 安全生产, 工伤, 职业病, 工安
pollution: pollut*, contamin*, hazardous, pfas | 오염, 유해물질, 과불화, 유해 | 污染, 有害, 全氟
environment: environment*, eco-friendly, green_technolog* | 친환경, 환경규제, 환경부 | 环保, 环境, 绿色
carbon: carbon, net-zero, net_zero, emission*, decarbon* | 탄소, 탄소중립, 온실가스, 배출 | 碳中和, 碳排放, 碳边境, 减排, 低碳
renewable: renewable*, clean_energy, re100, wind_power | 재생에너지, 신재생, re100, 풍력 | 可再生能源, 再生能源, 清洁能源, re100, 风电
strike~: strike, strikes, walkout*, striking_workers | 파업 | 罢工
union: union, unions, labor_union, labour_union | 노조, 노동조합 | 工会
worker: worker*, employee*, staff, workforce, labor, labour | 근로자, 직원, 노동자, 인력 | 员工, 工人, 劳工, 人力, 职工
layoff: layoff*, lay_off, lays_off, laid_off, job_cut*, redundanc* | 감원, 해고, 희망퇴직, 정리해고, 구조조정 | 裁员, 解雇, 裁减, 遣散
hire: hire, hires, hired, hiring, recruit*, headhunt* | 채용, 영입, 스카우트 | 招聘, 招募, 聘用, 招揽, 招人
restructure: restructur*, reorganiz*, reorganis*, revamp*, shake-up, shakeup | 조직개편, 사업재편, 개편, 재편 | 重组, 改组, 重整, 整顿
bankruptcy: bankrupt*, insolven*, liquidat*, receivership | 파산, 부도, 법정관리, 회생절차, 청산 | 破产, 倒闭, 清算, 资不抵债
merger: merger*, merge, merges, merged, merging, consolidat* | 합병, 통합 | 合并, 整合, 兼并
acquire-word: m&a, buyout*, buy-out, hostile_bid | m&a, 빅딜설, 인수전 | m&a, 吞并
spin-off: spin-off*, spinoff*, spin_off, split_off, carve_out | 분사, 물적분할, 인적분할, 분할 | 分拆, 拆分, 剥离
subsidiary: subsidiar*, affiliate*, unit_in_china, china_unit* | 자회사, 계열사, 법인 | 子公司, 关联公司, 旗下, 分公司
headquarters: headquarter*, head_office | 본사 | 总部
ipo-word: initial_public_offering, pre-ipo, prospectus | 공모가, 공모주, 프리ipo, 증권신고서 | 招股书, 首次公开募股, 首发, 过会
fundraising: fundrais*, funding_round*, series_a, series_b, venture_capital | 시리즈a, 시리즈b, 자금조달 | 融资轮, 完成融资, 轮融资, 风投, 筹资
rights-issue: rights_offering, new_shares, capital_increase | 유상증자, 증자, 신주 | 定增, 增发, 配股
buyback: buyback*, share_repurchase* | 자사주, 소각 | 回购
dividend: dividend*, shareholder_return* | 배당, 주주환원 | 分红, 股息, 派息, 配息
shareholder: shareholder*, stockholder* | 주주, 대주주, 주총 | 股东, 股东大会
valuation: valuation*, valued_at, worth | 기업가치, 몸값, 밸류에이션 | 估值, 身价
joint-venture: joint_venture*, jv | 합작법인, 합작사, 조인트벤처, 합작 | 合资, 合营
contract: contracts, contracted, contract_worth, contract_with, contract_for | 계약 | 合同, 合约
consortium: consortium* | 컨소시엄 | 财团, 联合体
roadmap: roadmap*, road_map* | 로드맵, 청사진 | 路线图, 蓝图
timetable: timetable*, timeline* | 일정표, 시간표, 타임라인 | 时间表, 时程
capex: capex, capital_expenditure*, capital_spending | 설비투자, 설비_투자, 자본지출, 시설투자 | 资本支出, 资本开支
r&d: r&d, research_and_development | r&d, 연구개발 | r&d, 研发
sales-figure: sales_figure*, turnover, monthly_sales | 매출액, 월매출, 거래액 | 销售额, 营业额, 营业收入
guidance: guidance, outlook, preliminary_earnings, earnings_guidance | 가이던스, 잠정실적, 잠정_실적, 실적전망 | 财测, 展望, 业绩预告, 指引, 预告
forecast: forecast*, predict*, projection*, projected, estimate* | 예측, 추정치, 관측, 내다봐 | 预测, 预期, 估计, 预估
beat-estimate: earnings_surprise, beats_estimate*, above_expectation*, beat_expectation* | 어닝서프라이즈, 어닝_서프라이즈, 깜짝실적, 깜짝_실적, 기대_이상 | 超预期, 优于预期, 好于预期, 超出预期
miss-estimate: earnings_shock, misses_estimate*, below_expectation*, disappoint*, worse-than-expected | 어닝쇼크, 어닝_쇼크, 기대_이하, 실망 | 不及预期, 逊于预期, 低于预期, 失望, 爆雷
margin: margin, gross_margin*, profit_margin*, profitab* | 이익률, 마진, 수익성 | 毛利率, 利润率, 毛利
target-price: target_price*, price_target* | 목표주가, 목표가 | 目标价
brokerage: brokerage*, securities_firm* | 증권가, 증권사 | 券商, 证券公司
goldman: goldman* | 골드만 | 高盛
morgan-stanley: morgan_stanley | 모건스탠리 | 摩根士丹利, 大摩
jpmorgan: jpmorgan, jp_morgan | jp모건, 제이피모건 | 摩根大通, 小摩
citi: citi, citigroup | 씨티그룹, 시티그룹 | 花旗
rating: rating, ratings, overweight, underweight | 투자의견, 등급, 비중확대 | 评级, 评等, 目标评级
goal: goal, goals, aims_to, aim_to, target_of | 목표 | 目标
ranking: ranking*, ranks, ranked, top_spot, no_1, top-ranked | 순위, 1위, 왕좌, 선두 | 排名, 排行, 第一名, 榜首, 居首, 龙头
second-place: runner-up, second_place, no_2, second-largest | 2위 | 第二位, 第二大, 次席
third-place: third_place, no_3, third-largest | 3위 | 第三位, 第三大
world-largest: world_largest, largest_in_the_world, world_biggest, world_top | 세계_최대, 글로벌_최대 | 全球最大, 世界最大
world-first: world_first, industry-first, industry_first | 세계_최초, 업계_최초, 세계최초, 업계최초 | 全球首款, 世界首个, 全球首个, 业界首个, 全球首发
dominance: dominan*, dominate*, monopol*, duopol* | 독점, 독주, 지배력, 과점 | 垄断, 独霸, 称霸, 主宰, 独占
lead: lead_in, leading_edge, leader_in, first-mover, front-runner | 선도, 선점, 초격차 | 领先, 领跑, 抢占, 先机
lag: lag, lags, lagging, behind_rivals, trail, trails, fall_behind | 뒤처, 뒤쳐, 열세, 후발 | 落后, 落伍, 后发
gap-years: years_behind, years_ahead | 기술차 | 代差
competitiveness: competitive* | 경쟁력, 가격경쟁력 | 竞争力
growth-engine: growth_engine*, growth_driver*, cash_cow | 성장동력, 신성장, 먹거리, 캐시카우 | 增长动力, 新引擎, 增长点, 成长动能
ceo!: ceo, ceos, chief_executive* | ceo, 최고경영자, 대표이사 | ceo, 首席执行官, 执行长, 总裁
chairman!: chairman, chairwoman, vice_chairman | 회장, 부회장 | 董事长, 会长, 副会长, 副董事长
executive: executives, executive_vice, vice_president_of, managing_director | 사장단, 부사장, 전무, 경영진 | 公司高管, 企业高管, 高管层, 高阶主管, 副总裁, 管理层, 经理人
founder: founder*, co-founder* | 창업자, 창립자, 설립자 | 创始人, 创办人
board: board_of_directors, board_meeting*, boardroom | 이사회 | 董事会
successor: successor*, succession | 후계자, 승계, 후임 | 接班, 继任, 接任
management-right: management_control, management_right* | 경영권 | 经营权, 控制权
activist: activist*, hedge_fund*, elliott | 행동주의, 헤지펀드 | 对冲基金, 维权投资者, 激进投资者
private-equity: private_equity, mbk | 사모펀드, mbk | 私募, 安博凯
blackrock: blackrock | 블랙록 | 贝莱德
softbank: softbank | 소프트뱅크 | 软银
pension: pension* | 국민연금, 연기금, 연금 | 养老金, 退休基金, 退休金
insurance: insur* | 보험 | 保险
bank: bank, banks, banking | 은행, 금융권, 시중은행 | 银行
crypto: crypto*, bitcoin, stablecoin* | 가상화폐, 비트코인, 가상자산, 스테이블코인 | 比特币, 加密货币, 稳定币
cluster: cluster*, industrial_park*, mega_cluster | 클러스터, 산업단지, 산단, 메가클러스터 | 产业园, 集群, 园区, 工业园
complex-yongin+: yongin | 용인 | 龙仁
complex-pyeongtaek+: pyeongtaek | 평택 | 平泽
complex-icheon+: icheon | 이천 | 利川
complex-cheongju+: cheongju | 청주 | 清州
complex-taylor+: taylor, texas | 테일러, 텍사스 | 泰勒, 得州, 德州
complex-arizona+: arizona | 애리조나 | 亚利桑那
complex-indiana+: indiana, west_lafayette | 인디애나 | 印第安纳
complex-ohio+: ohio | 오하이오 | 俄亥俄
complex-idaho+: idaho, boise | 아이다호 | 爱达荷
complex-kumamoto+: kumamoto, jasm | 구마모토, 쿠마모토 | 熊本
complex-hsinchu+: hsinchu | 신주과학단지, 신주과학공업, 신주시 | 新竹, 竹科
complex-kaohsiung+: kaohsiung | 가오슝 | 高雄
complex-wuhan+: wuhan | 우한 | 武汉
complex-chongqing+: chongqing | 충칭 | 重庆
complex-tianjin+: tianjin | 톈진 | 天津
complex-penang+: penang | 페낭, 피낭 | 槟城
complex-gujarat+: gujarat, dholera | 구자라트 | 古吉拉特
complex-silicon-valley: silicon_valley | 실리콘밸리 | 硅谷, 矽谷
site: site, sites, campus, hub, hubs | 부지, 거점, 캠퍼스, 생산기지, 허브 | 基地, 枢纽, 用地, 厂址
local-government: governor*, mayor*, province, provincial | 지자체, 도지사, 시장_면담, 지방정부 | 省长, 地方政府, 州政府, 市政府
attract: attract*, lure, lures, lured, entice*, woo, woos, courting | 유치, 러브콜, 구애, 유혹 | 吸引, 招商, 拉拢, 示好
deregulate: deregulat*, red_tape | 규제완화, 규제_완화, 규제혁파, 규제개혁 | 放松监管, 简政, 法规松绑
workweek: 52-hour, work_hours, working_hours | 주52시간, 주_52시간, 근로시간 | 工时, 加班, 52小时
suffer: suffer*, struggl*, hit_hard, hard-hit, woes, reel, reeling | 고전, 몸살, 직격탄, 신음, 시름 | 受挫, 陷困境, 受重创, 困境, 承压
boom-order: rush_order*, panic_buying, frenzy, scramble* | 쟁탈전, 확보전, 러시, 싹쓸이 | 抢货, 抢单, 争抢, 扫货, 急单
allocate: allocat*, sold_out, fully_booked | 완판, 물량_배정, 매진 | 售罄, 售完, 分配, 满载
secure: secure_supply, secures, secured, secure | 확보 | 确保, 锁定
replace: replac*, substitut*, alternative* | 대체, 교체, 대안 | 替代, 取代, 更换
stop-supply: stop_supply*, halt_supply, halts_supply, cut_off | 끊겨, 끊긴 | 断供, 断货, 停止供应
maintenance: maintenance, upkeep, after-sales | 정비, a/s, 애프터서비스 | 保养, 售后, 检修
retire: retire*, phase_out, phases_out, end-of-life, discontinu* | 단종, 퇴출, 은퇴 | 淘汰, 退役, 退休
product-launch: new_product*, lineup, line-up, new_model* | 신제품, 신모델, 라인업 | 新品, 新产品, 新机, 产品线
preorder: preorder*, pre-order*, go_on_sale, goes_on_sale | 사전예약, 출시, 예약판매 | 预售, 预购, 开售, 发售
exhibition: exhibition*, expo, trade_show*, trade_fair*, showcase* | 전시회, 박람회, 엑스포 | 展览, 博览会, 世博会
semicon-show: semicon, sedex | 세미콘, 반도체대전 | semicon, 国际半导体展, 半导体展
ces: ces, consumer_electronics_show | ces, 국제전자제품박람회 | ces, 消费电子展
mwc: mwc, mobile_world | mwc, 모바일월드콩그레스 | mwc, 世界移动通信
computex: computex | 컴퓨텍스 | computex, 台北电脑展
gtc: gtc | gtc | gtc
import-expo: import_expo, ciie | 수입박람회 | 进博会, 进口博览会
earnings-call: earnings_call*, conference_call* | 컨퍼런스콜, 컨콜 | 法说会, 业绩会, 电话会议
brand: brand, brands, flagship* | 브랜드, 플래그십, 명품 | 品牌, 旗舰
advert: advert*, marketing, campaign | 광고, 마케팅, 캠페인 | 广告, 营销, 宣传
industry-word!: industry, industries, industrial, sector, sectors | 업계, 산업 | 行业, 产业, 业界, 业内
ecosystem: ecosystem* | 생태계 | 生态系统, 生态圈, 产业生态
upstream: upstream, downstream, supply_side | 전방산업, 후방산업, 상류 | 上游, 下游, 上下游
small-suppliers: subcontract*, outsourc* | 하청, 하도급, 외주 | 外包, 委外, 代工厂商, 外协
contract-maker: contract_manufactur*, oem, odm | 위탁생산, oem, odm | oem, odm, 代工生产
foxconn: foxconn, hon_hai | 폭스콘, 홍하이 | 富士康, 鸿海
lenovo: lenovo | 레노버 | 联想
oppo: oppo | 오포 | oppo
vivo: vivo | 비보 | vivo
transsion: transsion | 트랜션, 촨인 | 传音
dell: dell | 델_테크, 델테크놀로지 | 戴尔
hp: hp, hewlett* | hp, 휴렛팩커드 | 惠普, hp
google: google, alphabet | 구글, 알파벳 | 谷歌
microsoft: microsoft | 마이크로소프트, ms | 微软
amazon: amazon, aws | 아마존 | 亚马逊
meta: meta_platform*, facebook, meta_ai | 메타플랫폼, 페이스북 | 脸书
tesla: tesla, elon_musk, musk | 테슬라, 머스크 | 特斯拉, 马斯克
openai: openai, chatgpt, sam_altman | 오픈ai, 챗gpt, 올트먼 | openai, chatgpt, 奥特曼
lg: lg, lg_electronics, lg_display | lg, lg전자, lg디스플레이, 엘지 | lg, 乐金
posco: posco | 포스코 | 浦项
sk-group: sk_group, chey_tae-won | sk그룹, 최태원 | sk集团, 崔泰源
kioxia: kioxia | 키옥시아 | 铠侠
toshiba: toshiba | 도시바 | 东芝
western-digital: western_digital | 웨스턴디지털 | 西部数据, 威腾
sandisk: sandisk | 샌디스크 | 闪迪, 晟碟
seagate: seagate | 시게이트, 씨게이트 | 希捷
sony: sony | 소니 | 索尼
panasonic: panasonic | 파나소닉 | 松下
renesas: renesas | 르네사스 | 瑞萨
rapidus: rapidus | 라피더스 | rapidus, 拉皮达斯
tokyo-electron: tokyo_electron | 도쿄일렉트론 | 东京电子, 东京威力
screen-holdings: screen_holdings | 스크린홀딩스 | 迪恩士
advantest: advantest | 어드반테스트 | 爱德万
nikon: nikon | 니콘 | 尼康
canon: canon | 캐논 | 佳能
applied: applied_materials, amat | 어플라이드, 어플라이드_머티어리얼즈 | 应用材料, 应材
lam: lam_research | 램리서치 | 泛林, 科林研发
kla: kla | kla | 科磊, kla
naura: naura | 나우라, 북방화창 | 北方华创
amec: amec | amec, 중웨이반도체 | 中微公司, 中微半导体
smee: smee, shanghai_micro | smee, 상하이마이크로 | smee, 上海微电子
cambricon: cambricon | 캠브리콘 | 寒武纪
moore-threads: moore_threads | 무어스레드, 무어스레즈 | 摩尔线程
biren: biren | 비런테크, 비런_테크놀로지 | 壁仞
hygon: hygon | 하이곤 | 海光信息
swaysure: swaysure | 스웨이슈어, 성웨이쉬 | 升维旭
xmc: xmc | xmc, 우한신신 | 武汉新芯, xmc
pengxinwei: pengxinwei, pxw | 펑신웨이 | 鹏芯微, 鹏新旭
tsinghua-unigroup: tsinghua_unigroup, unigroup, guoxin | 칭화유니, 쯔광 | 紫光
hua-hong: hua_hong | 화훙, 화홍반도체 | 华虹
nexchip: nexchip | 넥스칩 | 晶合集成
umc: umc, united_microelectronics | umc | umc, 联电
globalfoundries: globalfoundries | 글로벌파운드리 | 格芯, 格罗方德
powerchip: powerchip, psmc | 파워칩, psmc | 力积电
nanya: nanya | 난야 | 南亚科
winbond: winbond | 윈본드 | 华邦电
mediatek: mediatek | 미디어텍 | 联发科
realtek: realtek | 리얼텍 | 瑞昱
ase: ase_technology, ase_group | ase그룹, ase테크놀로지 | 日月光
amkor: amkor | 앰코 | 安靠, 艾克尔
jcet: jcet | 창뎬커지, jcet | 长电科技
tongfu: tongfu | 통푸 | 通富微电
texas-instruments: texas_instruments | 텍사스인스트루먼트, 텍사스_인스트루먼츠 | 德州仪器
analog-devices: analog_devices | 아날로그디바이스, 아날로그_디바이스 | 亚德诺
onsemi: onsemi | 온세미 | 安森美
infineon: infineon | 인피니온 | 英飞凌
nxp: nxp | nxp | nxp, 恩智浦
stmicro: stmicro* | st마이크로 | 意法半导体
magnachip: magnachip | 매그나칩 | 美格纳
db-hitek: db_hitek, dongbu_hitek | db하이텍, 동부하이텍 | 东部高科
hanmi: hanmi_semiconductor, hanmi | 한미반도체 | 韩美半导体
bonder: tc_bonder*, bonder, bonders | tc본더, tc_본더, 본더 | 键合机, 键合设备
boe: boe | boe, 징둥팡 | boe, 京东方
tcl: tcl, csot | tcl, 차이나스타 | tcl, 华星光电
wonik: wonik | 원익 | 圆益
semes: semes | 세메스 | 细美事
soulbrain: soulbrain | 솔브레인 | 秀博瑞殷
""".strip()
