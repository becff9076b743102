# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines on trade and the economy are about: duties, rules of trade, money, statistics, spans of time, shipping."""

TABLE = """
reciprocal: reciprocal* | 상호관세, 상호_관세 | 对等关税, 互惠关税
universal-duty: universal_tariff*, baseline_tariff*, blanket_tariff*, across-the-board | 보편관세, 보편_관세, 기본관세 | 普遍关税, 基准关税, 一般性关税
item-duty: sector-specific, product-specific | 품목별 | 分行业, 产业别关税
trade-war: trade_war*, tariff_war*, chip_war*, tech_war* | 무역전쟁, 무역_전쟁, 관세전쟁, 관세_전쟁, 통상전쟁, 반도체전쟁, 반도체_전쟁 | 贸易战, 关税战, 芯片战, 科技战
quota: quota* | 쿼터, 할당량, 할당 | 配额, 定额
licence!: license, licenses, licensing, licence, licences | 라이선스, 허가제, 인허가, 허가증 | 许可证, 许可, 执照
dumping: dumping, anti-dumping, antidumping | 덤핑 | 倾销
countervailing: countervailing, anti-subsidy | 상계관세, 반보조금 | 反补贴, 平衡税, 反补贴税
safeguard: safeguard* | 세이프가드, 긴급수입제한 | 保障措施, 防卫措施
clearance: customs_clearance, clearing_customs | 통관 | 通关, 清关, 报关
quarantine: quarantin* | 검역 | 检疫, 隔离
seafood: seafood, fishery, fisheries | 수산물 | 水产品, 海鲜, 水产
radioactive: fukushima, wastewater, treated_water, radioactiv* | 후쿠시마, 오염수, 처리수, 방사능 | 福岛, 核污水, 核污染水, 核处理水
agriculture: agricultur*, farm_product*, farm_goods, farmer* | 농산물, 농업, 농민, 농가 | 农产品, 农业, 农民
beef: beef | 소고기, 쇠고기 | 牛肉
rice: rice | 쌀_시장, 쌀_수입, 쌀값 | 大米, 稻米
grain: grain, grains, wheat, corn | 곡물, 밀가루, 옥수수 | 粮食, 谷物, 小麦, 玉米
food: food, foods | 식품, 식량 | 食品, 粮油
cosmetics: cosmetic*, k-beauty | 화장품, 뷰티 | 化妆品, 美妆
textile: textile*, apparel, garment* | 섬유, 의류 | 纺织, 服装, 成衣
chemical: chemical*, petrochemical* | 석유화학, 석화, 화학제품 | 化工, 石化, 化学品
oil: oil, crude, gasoline | 국제유가, 원유, 석유제품, 휘발유 | 原油, 石油, 油价
natural-gas: lng, natural_gas | lng, 천연가스 | 天然气
coal: coal | 석탄 | 煤炭
gold: gold_price*, bullion, gold_rush | 금값, 골드러시, 금_가격 | 黄金, 国际金价
copper: copper | 구리 | 铜价, 铜箔, 铜矿
nickel: nickel | 니켈 | 镍价, 镍矿, 镍产品
cobalt: cobalt | 코발트 | 钴价, 钴矿, 钴
machinery: machinery, industrial_machine* | 기계류, 산업기계, 공작기계 | 机械, 机床, 机电
lumber: lumber, timber, furniture | 목재, 가구 | 木材, 家具
grace: wind-down, transition_period, phase-in | 과도기, 경과기간 | 过渡期, 缓冲期
deadline: deadline*, due_date, expir*, cutoff_date | 협상_시한, 시한_앞두, 시한_임박, 마감시한, 마감일, 만료 | 截止, 期限, 到期日, 即将到期
countdown: countdown, d-day, looming, looms | 초읽기, 임박, 코앞 | 倒计时, 临近, 在即, 迫近
negotiate: negotiat* | 협상, 교섭 | 谈判, 洽谈
round: rounds, next_round, new_round, second_round, third_round | 라운드, 차_협상, 차_회담 | 首轮, 新一轮, 第二轮, 第三轮
negotiator: negotiator*, negotiating_team, chief_negotiator* | 협상단, 협상대표, 협상팀, 수석대표 | 谈判代表, 谈判团队, 首席代表
duty-free: duty-free, tariff-free, zero-tariff, zero_tariff* | 무관세, 면세, 영세율 | 零关税, 免税, 免关税
de-minimis: de_minimis, small_parcel*, small-parcel | 소액소포, 소액면세, 소액_면세 | 小额豁免, 小额免税, 小包裹
transshipment: transship*, rerout*, re-export*, reexport*, circumvent*, loophole* | 우회수출, 우회_수출, 재수출, 환적, 구멍, 우회 | 转运, 转口, 绕道, 规避, 漏洞, 转手
origin-rule: rules_of_origin, country_of_origin | 원산지 | 原产地, 产地
dual-use: dual-use, dual_use | 이중용도, 이중_용도, 군민양용 | 两用物项, 军民两用, 军商两用, 两用
end-use: end-use, end_use, end-user* | 최종용도, 최종_용도 | 最终用途, 用途证明
unreliable-entity: unreliable_entit* | 신뢰할_수_없는, 불신기업 | 不可靠实体
unverified: unverified_list | 미검증 | 未经核实, 未核实, 未经验证
long-arm: long-arm, extraterritorial* | 역외적용, 확대관할, 역외_적용, 롱암 | 长臂管辖, 域外
small-yard: small_yard, high_fence | 높은_담장, 작은_마당, 좁은_마당 | 小院高墙
white-list: whitelist*, white_list*, greenlist* | 화이트리스트, 백색국가, 화이트_리스트 | 白名单
surplus: surplus* | 흑자국, 흑자폭, 잉여 | 顺差, 盈余
glut: glut, oversuppl*, overcapacity, excess_capacity | 공급과잉, 공급_과잉, 과잉생산, 과잉공급, 과잉 | 供过于求, 产能过剩, 供应过剩, 过剩
shortage: shortage*, scarc*, crunch, tight_supply, undersuppl* | 부족, 품귀, 쇼티지, 공급난, 품절 | 短缺, 紧缺, 缺货, 供不应求, 吃紧, 不足
bottleneck: bottleneck*, chokepoint* | 병목, 초크포인트 | 瓶颈, 卡脖子, 咽喉
exchange-rate: exchange_rate*, currency, currencies | 환율 | 汇率
won: korean_won, won-dollar, weak_won | 원화, 원·달러, 원/달러, 원달러 | 韩元, 韩币, 韩圜
yuan: yuan, renminbi | 위안화 | 人民币
dollar: greenback, strong_dollar, dollar_index | 강달러, 달러화, 킹달러 | 强势美元, 美元指数, 美元走强
yen: yen | 엔화, 엔저, 엔고 | 日元, 日圆
forex: foreign_exchange, forex, fx_reserve* | 외환 | 外汇, 汇市
gdp: gdp, gross_domestic | gdp, 국내총생산 | gdp, 国内生产总值
growth-rate: economic_growth, growth_rate, growth_forecast, growth_outlook | 성장률, 경제성장 | 经济增长, 增长率, 经济成长, 增速
recession: recession*, downturn*, stagnat* | 침체, 불황, 경기둔화, 경기_둔화 | 经济衰退, 低迷, 不景气, 萧条
economy!: economy, economic, economies | 경제 | 经济
inflation: inflation*, consumer_price*, cpi | 인플레, 물가, 소비자물가 | 通胀, 通膨, 物价, 通货膨胀
deflation: deflation* | 디플레 | 通缩, 通货紧缩
interest-rate: interest_rate*, rate_cut*, rate_hike*, basis_point* | 기준금리, 금리 | 利率, 加息, 降息, 升息
central-bank: central_bank*, bank_of_korea, federal_reserve, pboc | 한국은행, 연준, 인민은행, 중앙은행 | 央行, 美联储, 联准会, 韩国银行, 人民银行
stimulus: stimulus | 경기부양, 부양책 | 刺激政策, 刺激经济, 刺激措施, 经济刺激
budget: budget* | 예산, 추경 | 预算
debt: debt*, borrowing | 부채, 빚더미, 채무 | 债务, 负债, 举债
bond: bond, bonds, treasuries | 회사채, 채권, 국채 | 债券, 国债, 公司债, 发债
tax: tax, taxes, taxation, taxed | 세금, 법인세, 과세 | 税收, 征税, 税务, 税率
tax-break: tax_break*, tax_cut*, tax_incentive*, tax_relief, tax_deduction* | 감세, 세제혜택, 세제_혜택, 감면 | 减税, 税收优惠, 租税优惠, 税收抵免, 投资抵减
tax-credit-word: investment_credit, 48d, 45x | 투자세액공제, 투자_세액공제, k칩스법, k-칩스법 | 投资税收抵免, 投资抵免
loan: loan*, lending, credit_line | 대출, 융자, 차관_제공 | 贷款, 融资, 放贷
big-fund: big_fund, national_fund, growth_fund, fund_of_funds | 빅펀드, 국민성장펀드, 성장펀드, 정책펀드, 대기금 | 大基金, 产业基金, 投资基金
stockpile: stockpil*, hoard*, front-load*, frontload*, reserve_stock | 비축, 사재기, 쟁여, 선수요 | 囤货, 储备, 囤积, 抢购, 拉货潮, 备货
diversify: diversif* | 다변화, 다각화 | 多元化, 多样化, 分散风险
dependence: dependen*, relian*, relies_on, rely_on | 의존도, 의존 | 依赖, 依存度, 依存
tender: tender, tenders, bidding, bidder* | 입찰, 응찰 | 招标, 竞标, 投标, 中标
government-buying: government_procurement, public_procurement | 공공조달, 정부조달 | 政府采购, 公共采购
doubling: doubl*, twofold, two-fold | 두_배, 2배, 갑절 | 翻番, 两倍, 倍增, 翻倍
tripling: tripl*, threefold, three-fold | 세_배, 3배 | 三倍, 3倍
tenfold: tenfold, ten-fold, 10-fold | 10배, 열_배 | 十倍, 10倍
halving: halv*, half, by_half | 절반, 반토막, 반감 | 减半至, 减半征, 腰斩, 半数
quarter-share: one-third, a_third, a_quarter_of, one-quarter | 3분의_1, 4분의_1, 삼분의_일 | 三分之一, 四分之一
majority: majority, most_of | 과반, 대부분, 대다수 | 过半数, 多数, 大部分
double-digit: double-digit | 두_자릿수, 두자릿수 | 两位数, 双位数
record-low: lowest | 최저치, 사상_최저 | 新低, 最低
month-on-month: month-on-month, month-over-month | 전월_대비, 전월대비, 전월비 | 环比, 较上月
year-on-year: year-on-year, year-over-year, from_a_year | 전년_대비, 전년대비, 전년동기, 전년_동기, 전년동월 | 同比, 较去年, 与去年同期, 同期
first-half: first_half, first-half, h1 | 상반기 | 上半年
second-half: second_half, second-half, h2 | 하반기 | 下半年
quarter: quarter, quarters | 이번_분기, 전분기, 분기별, 분기 | 季度, 本季, 单季
year-end: year-end, end_of_year, year_end | 연말, 연내 | 年底, 年末, 年内
new-year: new_year*, lunar_new_year | 새해, 신년, 설_연휴, 춘절 | 新年伊始, 元旦, 春节, 农历
holiday: holiday*, golden_week | 연휴, 국경절, 휴일 | 假期, 长假, 国庆, 黄金周
this-year: this_year | 올해, 금년 | 今年
last-year: last_year, previous_year | 작년, 지난해 | 去年
next-year: next_year, coming_year | 이듬해, 내년도, 내년부터 | 明年
this-month: this_month | 이달, 이번_달, 이번달 | 本月, 这个月
last-month: last_month | 지난달, 지난_달 | 上月, 上个月
next-month: next_month | 내달, 다음_달, 다음달 | 下月, 下个月
this-week: this_week | 이번주, 이번_주, 금주 | 本周, 这周, 本星期
next-week: next_week | 다음주, 다음_주 | 下周, 下星期
last-week: last_week | 지난주, 지난_주 | 上周, 上星期
january: january | 1월* | 1月*
february: february | 2월* | 2月*
march: in_march, march_exports | 3월* | 3月*
april: april | 4월* | 4月*
may-month: in_may, may_exports | 5월* | 5月*
june: june | 6월* | 6月*
july: july | 7월* | 7月*
august: august | 8월* | 8月*
september: september | 9월* | 9月*
october: october | 10월* | 10月*
november: november | 11월* | 11月*
december: december | 12월* | 12月*
monday: monday | 월요일 | 周一, 星期一
tuesday: tuesday | 화요일 | 周二, 星期二
wednesday: wednesday | 수요일 | 周三, 星期三
thursday: thursday | 목요일 | 周四, 星期四
friday: friday | 금요일 | 周五, 星期五
weekend: weekend, saturday, sunday | 주말, 토요일, 일요일 | 周末, 周六, 周日
tomorrow: tomorrow | 내일부터, 내일_시작 | 明天, 明日, 明起
per-day: daily, per_day, average_daily | 일평균, 하루_평균 | 日均, 每日
decade: decade* | 10년_만, 10년만, 십년 | 十年, 10年
month-span: months, six-month, half-year | 개월 | 个月, 半年
days-span: 90-day, 90_days | 90일 | 90天, 90日
hundred-days: 100_days, 100th_day | 100일 | 百日, 100天
trillion: trillion* | 조원, 조_원 | 万亿, 兆元
billion: billion* | 억달러, 억_달러 | 亿美元, 十亿
percent-point: percentage_point* | 퍼센트포인트, %포인트, %p | 个百分点, 百分点
turnaround: turnaround | 반전, 턴어라운드 | 转正, 逆转, 扭转
rebound-word: bounce_back, bounces_back, bottom_out, bottomed | 바닥_찍, 저점, 기지개 | 触底, 见底, 复苏
slow: slowdown*, slow, slows, slowing, slower, cool, cooling, cools | 둔화, 주춤, 더뎌 | 放缓, 趋缓, 减速, 减缓
speed-up: accelerat*, speed_up, speeds_up, fast-track*, hasten* | 가속, 속도전, 속도_낸, 박차 | 加速, 加快, 提速
volatile: volatil*, fluctuat*, turmoil, turbulen* | 변동성, 출렁, 요동, 널뛰 | 波动, 动荡, 震荡加剧
peak: peak, peaks, peaked, supercycle, super-cycle, boom, booming | 정점, 슈퍼사이클, 초호황, 호황, 피크아웃 | 超级周期, 景气, 顶峰, 高峰, 繁荣
winter: chip_winter, downcycle, memory_winter | 혹한기, 한파, 겨울론, 다운사이클 | 寒冬, 下行周期, 凛冬
average: average* | 평균 | 平均, 均价
total: total, cumulative | 누적, 총액, 누계 | 累计, 总额, 合计
volume: volume, volumes | 물동량, 물량, 거래량 | 货量, 交易量, 进出口额
export-volume: export_volume*, export_value | 수출액, 수출량, 수출_물량 | 出口额, 出口量, 出口值
top-item: top_export*, export_item*, main_export | 수출품목, 수출_품목, 주력_품목, 효자 | 出口产品, 主力产品, 出口品
biggest-partner: largest_trading_partner, top_trading_partner, biggest_trading_partner | 최대_교역국, 최대_수출국, 교역상대국 | 最大贸易伙伴, 第一大贸易伙伴, 最大出口国
cross-border: cross-border, e-commerce | 전자상거래, 직구, 국경간 | 跨境, 电商
foreign-trade: foreign_trade | 대외무역, 대외_무역, 대외교역 | 外贸, 对外贸易
free-zone: free_trade_zone, bonded, special_economic_zone | 자유무역지대, 보세구역, 경제특구, 자유무역구 | 自贸区, 保税, 经济特区, 自贸港
port: ports, seaport*, harbor* | 부두, 항구 | 港口, 码头
container: container* | 컨테이너 | 集装箱, 货柜
freight: freight, cargo | 화물, 운임 | 货运, 运费, 货物, 运价
logistics: logistic*, warehous* | 물류, 창고 | 物流, 仓储, 仓库
shipping-line: shipping_line*, maritime, shipping_route* | 해운, 해상운송, 항로 | 航运, 海运, 航线
canal: panama_canal, suez, red_sea | 파나마_운하, 수에즈, 홍해 | 巴拿马运河, 苏伊士, 红海
hormuz: hormuz | 호르무즈 | 霍尔木兹, 荷姆兹
consumer: consumer*, shopper* | 소비자 | 消费者
retail: retail*, household | 소매, 유통업계, 내수 | 零售, 内需
demand!: demand_for, robust_demand, strong_demand, weak_demand, demand_growth | 수요 | 需求
supply!: supply, supplies, supplying, supplied | 공급 | 供应, 供给, 供货
raw-cost: cost, costs, costly | 비용, 생산원가, 원가절감 | 成本, 费用
price-fall: price_war*, cheaper, undercut* | 저가공세, 저가_공세, 저가 | 价格战, 低价
spot-price: spot_price*, contract_price*, fixed_transaction | 고정거래가, 고정거래가격, 현물가, 현물가격, 고정가 | 合约价, 现货价, 现货, 合同价
middleman: reseller*, distributor*, broker, brokers, trader, traders | 중간상, 유통상, 유통업체, 브로커 | 经销商, 中间商, 贸易商, 代理商, 分销
grey-market: black_market, gray_market, grey_market | 암시장, 회색시장 | 黑市, 灰色市场, 水货
shell-company: shell_compan*, front_compan* | 유령회사, 위장회사, 페이퍼컴퍼니 | 空壳公司, 皮包公司, 幌子公司
third-country: third_countr*, third-countr* | 제3국 | 第三国, 第三方国家
vietnam!: vietnam* | 베트남 | 越南
malaysia!: malaysia* | 말레이시아 | 马来西亚
singapore!: singapore* | 싱가포르 | 新加坡
thailand!: thailand | 태국 | 泰国
india!: india, india-made | 인도_시장, 인도_정부, 인도_공장, 인도_현지 | 印度
mexico!: mexico, mexican | 멕시코 | 墨西哥
canada!: canada, canadian | 캐나다 | 加拿大
australia!: australia* | 호주 | 澳大利亚, 澳洲
netherlands!: netherlands, dutch | 네덜란드 | 荷兰
germany!: germany, german | 독일 | 德国
britain!: britain, british, uk | 영국 | 英国
france!: france, french | 프랑스 | 法国
russia!: russia* | 러시아 | 俄罗斯, 俄国, 对俄
iran!: iran* | 이란산, 이란_전쟁 | 伊朗
middle-east!: middle_east*, saudi*, uae, emirat* | 중동, 사우디, 아랍에미리트 | 中东, 沙特, 沙乌地, 阿联酋, 阿联
africa!: africa* | 아프리카 | 非洲
latin-america!: latin_america*, brazil* | 남미, 중남미, 브라질 | 拉美, 巴西, 南美
foreign-investor: foreign_investor*, foreign_buying, foreign_capital, fdi | 외국인_투자, 외국인투자, 외국자본, 외투기업 | 外资, 外商, 外国投资
outbound: outbound_investment*, outbound_invest* | 대외투자, 아웃바운드 | 对外投资, 境外投资
investment-screen: cfius, investment_screening | 외국인투자심의, cfius | 外国投资委员会
pledge-350: investment_package, investment_fund, 350_billion, 350bn | 대미투자, 대미_투자, 3500억, 3천500억 | 对美投资, 3500亿, 投资承诺
shipbuilding-masga: masga, make_american_shipbuilding | 마스가 | masga
special-act: special_act, special_law, special_bill | 특별법 | 特别法
court-duty: ieepa, emergency_powers, supreme_court | 비상경제권한법, ieepa, 연방대법원 | ieepa, 紧急经济权力, 最高法院
refund: refund*, reimburs* | 환급, 환불 | 退税, 退款, 退还
rebate: rebate*, discount* | 리베이트, 할인 | 折扣, 回扣, 打折
offset: offset*, one-to-one, 1:1 | 상쇄, 1대1 | 抵销, 抵消, 一比一
national-treatment: fair_treatment, not_less_favorable, no_less_favorable | 불리하지_않은, 동등_대우, 동등대우 | 不低于, 同等待遇, 国民待遇
trade-bloc: trade_bloc*, economic_bloc*, bloc | 경제블록, 블록화 | 贸易集团, 阵营, 集团化
dispute-panel: dispute_settlement, wto_panel, trade_dispute* | 분쟁해결, 무역분쟁, 통상분쟁, 통상마찰 | 贸易争端, 争端解决, 贸易摩擦
economic-security: economic_security | 경제안보 | 经济安全, 经济安保
food-energy: energy_security, food_security | 에너지안보, 식량안보, 에너지_안보 | 能源安全, 粮食安全
critical-mineral: critical_mineral*, critical_material* | 핵심광물, 핵심_광물 | 关键矿产, 关键矿物, 关键原材料
mining: mine, mines, mining, miner, miners | 광산, 채굴, 광업 | 矿山, 采矿, 矿业, 开采
refining: refining, refiner*, smelt* | 제련, 정련 | 冶炼, 精炼
magnet: magnet, magnets | 자석, 영구자석 | 磁铁, 磁体, 永磁, 磁材
plastic: plastic*, resin | 플라스틱, 합성수지 | 塑料, 树脂
small-firm: small_business*, smes, startup*, start-up* | 중소기업, 스타트업, 벤처 | 中小企业, 初创, 新创
large-firm: conglomerate*, chaebol* | 대기업, 재벌, 그룹사 | 大企业, 财阀, 大型企业
state-owned: state-owned, state-run, state-backed | 국유기업, 공기업, 국영 | 国有企业, 央企, 国营
wages: wage*, salary, salaries, bonus* | 임금, 급여, 성과급, 연봉 | 工资, 薪资, 奖金, 薪酬
jobs: unemploy*, job_market, labor_market | 실업률, 고용시장, 일자리 | 失业, 就业, 劳动力市场
property: real_estate, property_market, housing | 부동산, 주택 | 房地产, 楼市, 房价
wall-street: wall_street, nasdaq, dow | 뉴욕증시, 나스닥, 다우지수, 월가 | 华尔街, 纳斯达克, 那斯达克, 道琼, 美股
hong-kong-market: hang_seng, hong_kong | 홍콩증시, 항셍, 홍콩 | 恒生, 港股, 香港
china-market: csi, a-shares, chinese_stocks | 중국증시, 상하이종합, 중국_증시 | a股, 沪指, 沪深
japan-market: nikkei, topix | 닛케이 | 日经, 日本股市
pmi: pmi, purchasing_managers | pmi, 구매관리자 | pmi, 采购经理
fitch: fitch, moody, credit_rating*, sovereign_rating | 신용등급, 무디스, 피치 | 信用评级, 惠誉, 穆迪
stock-slump: selloff, sell-off, rout, wipe_out, wiped | 투매, 폭락, 패닉셀 | 抛售潮, 崩跌, 重挫, 蒸发
stock-rally: rally, rallies, rallied, bull_market | 랠리, 강세장, 불장 | 大涨, 走强, 涨停
market-cap: market_cap*, market_value | 시가총액, 시총 | 市值
kosdaq: kosdaq | 코스닥 | 科斯达克
""".strip()
