# ruff: noqa: E501 - a line of the table is an action, whole
"""What happens in a headline: actions, steps of a procedure and their directions, in English, Korean and Chinese.

One line an action: its name, then English | Korean | Chinese (Simplified, as folded) forms parted by commas. A Latin
form is a whole word unless it ends in a star; an underscore is a space.
"""

TABLE = """
ban: ban, bans, banned, banning, bar, bars, barred, barring, block, blocks, blocked, blocking, prohibit*, outlaw*, halt_purchases, stop_buying, purchase_ban, embargo*, blacklist*, off-limits | 금지, 차단, 금수, 막는다, 막아, 막나, 구매_중단, 구매중단, 불허, 금지령 | 禁止, 禁售, 禁令, 禁购, 停购, 停止采购, 封杀, 不予许可, 严禁, 禁运, 封锁, 禁对, 禁输, 未通过
curb: curb*, restrict*, limit, limits, limiting, limited, tighten*, toughen*, crackdown, clamp*, crack_down, export_control*, export_rule*, impose*, squeeze*, control* | 통제, 규제, 제한, 조인다, 옥죄, 죄기, 고삐 | 管制, 限制, 收紧, 管控, 设限, 限缩, 围堵, 打压
sanction: sanction*, blacklist*, entity_list, countermeasure*, retaliat*, strike_back, hit_back, hits_back | 제재, 보복, 맞불, 반격, 반제재, 맞대응 | 制裁, 反制, 报复, 反击, 回击
lift: lift, lifts, lifted, lifting, eases, ease, eased, easing, relax*, remove_curbs, resume*, restart*, reopen*, rescind*, unban*, scrap*, withdraw*, allow, allows, allowed, allowing, green_light, permit, permits, permitted, clears, cleared, grants_licen*, granted_licen*, grants_approval, issues_licen*, issued_licen*, gets_nod, give_nod, gives_nod | 해제, 완화, 재개, 풀어, 풀린, 풀었, 허용, 철폐, 승인, 허가하기로, 허가키로, 허가했, 허가한다, 허가_내, 허가_받, 단위_허가, 연간_허가, 재승인 | 解除, 放宽, 恢复, 重启, 松绑, 解禁, 取消限制, 允许, 准许, 放行, 开绿灯, 获准, 批准, 核发, 发放许可, 颁发许可, 获许可, 给予许可, 点头
exempt: exempt*, waive*, reprieve*, carve-out, indefinite*, grace_period, spare, spares, spared, authorization*, authorisation* | 유예, 면제, 예외, 무기한, 적용_제외 | 豁免, 宽限, 免除, 例外, 免于, 无限期
extend: extend*, extension*, prolong*, renew, renews, renewed, renewal | 연장, 갱신 | 延长, 延期, 展延, 续期
suspend: suspend*, pause*, put_on_hold, truce, postpone*, delay, delays, delayed, defer* | 중단, 유예, 보류, 연기, 정지, 휴전 | 暂停, 中止, 暂缓, 推迟, 休战, 延后, 停止实施
revoke: revok*, cancel*, strip*, rescind*, end_waiver*, ends_waiver*, withdraw*, pull, pulls, pulled, terminat*, remove_from, removed_from, abolish* | 철회, 취소, 폐지, 박탈, 제외, 폐기 | 撤销, 取消, 移出, 撤回, 终止, 剔除, 废除, 撤三星, 撤豁免
propose: propos*, draft, drafts, drafted, plan, plans, planned, planning, consider*, weigh*, mull*, eye, eyes, eyeing, may, might, could, set_to, prepares, preparing, seek, seeks, study, studies, studying, likely, reportedly, poised, explore*, float, floats | 검토, 추진, 제안, 초안, 방침, 고려, 가능성, 할_듯, 예정, 전망, 계획, 만지작, 거론, 저울질 | 拟, 考虑, 计划, 研拟, 提议, 草案, 酝酿, 或将, 可能, 研究, 研议, 正考虑, 有意, 传出, 欲, 预计, 料将
announce: announce*, unveil*, release*, publish*, issue, issues, issued, issuing, reveal*, disclos*, unveiling, introduce*, lays_out, set_out, roll_out, rolls_out | 발표, 공개, 공고, 공표, 내놨, 내놓, 관보 | 发布, 公布, 宣布, 公告, 发表, 出台, 推出, 公开, 公示, 祭出, 出炉
finalise: finaliz*, finalis*, final_rule, final_version, approve* | 확정, 최종, 의결, 통과 | 最终, 敲定, 确定, 定案, 拍板, 通过
in-force: take_effect, takes_effect, took_effect, in_force, into_force, come_into, comes_into, kick_in, kicks_in, start_today, begin_today, in_effect, goes_into, enter_force, enters_force, entered_force, now_in_effect | 발효, 오늘부터, 본격_시행, 시행_들어, 시행됐, 시행_첫날, 효력 | 生效, 施行, 上路, 正式实施, 今起, 即日起, 今日起, 首日
oppose: oppos*, protest*, condemn*, criticis*, criticiz*, slam*, denounc*, blast*, object, objects, objected, decri*, lash*, accus*, complain*, deplor*, rejects, reject, rejected, firmly, resolutely, hegemon*, coercion, bully*, abus*, discriminat*, fume*, regret*, dismay | 반대, 비판, 규탄, 항의, 반발, 비난, 남용, 강압, 패권, 유감, 성토, 괴롭힘 | 反对, 谴责, 抗议, 批评, 抨击, 斥, 指责, 滥用, 胁迫, 霸权, 泛化, 坚决, 驳斥, 驳, 强烈不满, 怒, 批, 轰
respond: respon*, react*, retort*, answers, counter, counters, rebut*, comment, comments, commented, vow*, pledg*, necessary_measures, rebuff*, hits_out | 반응, 입장, 맞서, 필요한_조치 | 回应, 答记者问, 应询, 表态, 必要措施, 答问, 反应
deny: deny, denies, denied, denying, refut*, dismiss*, not_true, no_plan*, rule_out, rules_out, not_negotiable, no_backdoor* | 부인, 사실_아냐, 사실무근, 사실과_달라, 일축, 아니다, 아냐, 없다, 선_그어, 혐의_부인 | 否认, 不实, 辟谣, 不是, 没有, 并非, 澄清, 非协商
confirm: confirm*, acknowledg*, admit* | 확인, 인정 | 证实, 确认, 承认
join: join, joins, joined, joining, take_part, attend*, participat*, sign_up, membership, member | 참여, 가입, 동참, 합류, 참가, 참석 | 加入, 参加, 出席, 参与, 与会
refuse: refus*, reject*, declin*, snub*, opt_out, stay_out, won't, will_not | 거부, 불참, 거절, 않겠다, 안_한다 | 拒绝, 不参加, 拒, 不会加入, 婉拒
ask: ask, asks, asked, asking, urg*, call_on, calls_on, called_on, press, presses, pressed, pressur*, demand*, request*, push, pushes, pushed, want, wants, plead*, appeal_to, should, must, petition*, submit*, warn* | 요구, 촉구, 요청, 압박, 압력, 건의, 당부, 말라, 해야, 의견서, 주문, 제출 | 要求, 敦促, 促, 施压, 呼吁, 请求, 吁, 希望, 应当, 须, 提意见, 盼, 逼
warn: warn*, alarm*, caution*, threaten*, threat, consequence* | 경고, 우려, 위협, 후회 | 警告, 威胁, 恐, 示警, 押注, 警示
summon: summon*, call_in, calls_in, called_in, lodges, lodged, démarche, dressing_down | 초치, 불러_항의, 소환 | 召见, 约见, 约谈, 传召, 提出交涉, 严正交涉, 交涉抗议, 召唤
meet: meet, meets, meeting, met, talks, talk, summit, sit_down, hold_talks, dialogue, consult*, discuss*, conference, forum, confer | 회담, 회동, 면담, 만나, 만났, 접견, 정상회의, 대화, 협의, 논의, 회의, 간담회 | 会谈, 会见, 会晤, 峰会, 会面, 对话, 磋商, 会议, 领导人会议, 协商, 讨论, 座谈, 举行
phone: phone, phones, telephone, phone_call, speaks_by, call_with, by_phone, hold_call, video_call, virtual* | 통화, 전화, 화상 | 通电话, 通话, 电话, 视频, 视讯, 热线
visit: visit*, trip, tour, tours, toured, arrive*, travel*, heads_to, in_beijing, in_seoul | 방문, 방중, 방한, 방미, 찾아, 도착, 출장, 출국 | 访问, 到访, 访华, 访韩, 抵达, 参观, 考察, 走访, 造访, 赴, 访中, 访美
invite: invit* | 초청, 초대 | 邀请, 邀
agree: agree*, deal, deals, pact, accord, consensus, sign, signs, signed, signing, mou, memorandum, reach_deal | 합의, 체결, 서명, 협정, 협약 | 同意, 协议, 签署, 达成, 共识, 签, 协定
probe: probe*, investigat*, review, reviews, reviewing, inspect*, inquir*, audit*, antitrust, examin*, scrutin*, raid* | 조사, 심사, 수사, 압수수색, 감사 | 调查, 审查, 侦查, 搜查, 检查, 审核, 立案
arrest: arrest*, detain*, custody, nabbed, caught, taken_into | 체포, 구속, 구금, 영장, 입건, 붙잡, 덜미, 송치 | 逮捕, 被捕, 拘留, 扣押, 羁押, 逮, 拘捕, 被抓
indict: indict*, charge, charged, charges, prosecut*, accus* | 기소, 재판에_넘겨, 재판에_넘긴, 재판_넘겨 | 起诉, 指控, 检控, 被控, 公诉, 遭诉
trial: trial*, court, hearing, testif*, plead, pleads, pleaded | 재판, 공판, 법정, 첫_재판 | 开庭, 审判, 庭审, 受审, 出庭
convict: convict*, sentenc*, jail*, prison, guilty, years_in, imprison*, ruling, acquit* | 징역, 선고, 실형, 유죄, 1심, 집행유예, 무죄 | 判刑, 判, 获刑, 有罪, 徒刑, 监禁, 一审, 宣判
appeal: appeal*, appellate, overturn*, second_trial | 항소, 2심, 상고, 항소심, 대법, 감형 | 上诉, 二审, 终审, 改判, 高院
leak: leak*, steal*, stole, stolen, theft, trade_secret*, espionage, spy, spying, smuggl*, poach*, siphon*, divulg*, copy, illegally_transfer* | 유출, 빼돌, 탈취, 영업비밀, 밀수, 넘긴, 복제, 산업스파이, 이직 | 泄露, 泄密, 窃取, 外泄, 盗取, 走私, 窃密, 间谍, 挖角, 外流, 泄, 商业秘密, 盗窃
invest: invest*, spend*, build, builds, building, expand*, expansion, construct*, pour, pours, inject* | 투자, 증설, 건설, 짓는다, 확장, 착공, 확대, 증산 | 投资, 扩产, 建厂, 扩建, 新建, 追加, 扩张, 扩大, 斥资, 动工, 增资, 加码
sell: sell, sells, selling, sold, sale, sales, offload*, divest*, dispos* | 매각, 판매, 처분 | 出售, 销售, 卖, 抛售, 停售, 脱手, 开卖
buy: buy, buys, bought, buying, acquir*, acquisition*, takeover, purchase*, procure*, take_over, takes_control | 인수, 구매, 매입, 사들, 장악, 조달 | 收购, 采购, 购买, 买, 并购, 接管, 购, 囤
list: ipo, listing, go_public, files_for, debut*, list_on, shares_debut | 상장, 기업공개, 증시_상장 | 上市, ipo, 挂牌, 募资, 招股
produce: produc*, mass_production, output, ramp*, manufactur*, begins_making, yield* | 양산, 생산, 가동, 수율 | 量产, 生产, 投产, 产能, 产出
cut: cut, cuts, cutting, reduc*, slash*, trim*, lower, lowers, lowered, scale_back | 감산, 감축, 축소, 인하, 줄여, 낮춰 | 减产, 削减, 下调, 缩减, 降低, 降至, 砍
raise: hike*, raise, raises, raised, raising | 인상, 올려, 상향 | 上调, 提高, 加征, 涨价, 调涨
rise: rise*, rising, rose, gain*, jump*, surge*, climb*, grow*, grew, increase*, soar*, rebound*, expand*, advance*, up, recover*, swing_to_profit, higher | 증가, 상승, 급증, 늘어, 늘었, 반등, 플러스, 급등, 성장, ↑, 호조, 회복, 돌파 | 增长, 上升, 增加, 反弹, 增, 年增, 攀升, 大增, 回升, 激增, 飙升, 涨, 同比增, 升
fall: fall*, fell, drop*, declin*, slump*, plung*, tumbl*, slid*, shrink*, shrank, decrease*, down, contract*, sink*, plummet*, lower | 감소, 하락, 급감, 줄어, 줄었, 급락, 마이너스, ↓, 부진, 뒷걸음 | 下降, 下跌, 减少, 暴跌, 下滑, 降, 年减, 衰退, 骤降, 锐减, 大跌, 减, 同比降, 连黑, 跌
record: record, all-time, highest, biggest_ever, most_ever, historic | 역대, 사상, 최대, 최고, 최저 | 创新高, 新高, 创纪录, 历史, 纪录, 史上, 最高
profit: profit*, earning*, operating_income, net_income, revenue*, quarterly, results | 영업이익, 실적, 매출, 흑자, 순이익 | 利润, 营收, 盈利, 业绩, 财报, 获利, 营业利益, 净利, 收入
loss: loss*, deficit*, in_the_red, writedown | 적자, 손실, 영업손실 | 亏损, 逆差, 赤字, 亏, 损失
tariff: tariff*, dut*, levy, levies | 관세 | 关税, 课征, 课
support: support*, aid, subsid*, fund, funds, funding, incentive*, tax_credit*, grant, grants | 지원, 보조금, 육성, 세액공제 | 支持, 补贴, 扶持, 补助, 资助, 拨款
respond-kr: limited_impact, minimi*, closely_consult*, monitor*, keep_talking, emergency_meeting | 영향_제한, 영향은_제한, 영향_최소화, 긴급, 긴밀, 예의주시, 상황_점검, 점검회의 | 影响有限, 密切, 紧急, 影响最小化, 降低影响
inform: notif*, inform*, told, tells, convey* | 통보, 전달, 알려 | 通知, 告知, 通报, 转告
vote: elect*, vote*, win, wins, inaugurat*, nominat*, appoint*, impeach*, resign*, step_down, named | 당선, 취임, 임명, 선거, 탄핵, 사임, 내정, 선출 | 当选, 就任, 任命, 选举, 弹劾, 辞职, 就职, 出任
catch-up: catch_up, catching_up, narrow*, gap, rival*, overtak*, threat, close_in, chase*, surpass*, outpac*, lead_over, compet* | 추격, 추월, 격차, 따라잡, 위협, 경쟁, 턱밑, 맹추격 | 追赶, 超越, 差距, 竞争, 直逼, 追上, 逼近, 赶超, 崛起
cooperate: cooperat*, partner*, join_hands, team_up, teams_up | 협력, 손잡, 공조 | 合作, 携手
launch: launch*, set_up, sets_up, establish*, kick_off, kicks_off, start_talks | 출범, 신설, 착수, 개시 | 启动, 设立, 建立, 成立
pay: pay, pays, paid, fee, fine, fined, share_of, cut_of | 벌금, 과징금, 납부, 낸다, 수수료, 징수 | 罚款, 上缴, 缴, 抽成, 支付, 罚
""".strip()

#: Actions that undo each other; an article and a story that stand on two sides are two stories.
OPPOSED = (
    ("ban", "lift"),
    ("ban", "exempt"),
    ("curb", "exempt"),
    ("curb", "lift"),
    ("sanction", "suspend"),
    ("ban", "suspend"),
    ("sanction", "lift"),
    ("join", "refuse"),
    ("deny", "confirm"),
    ("extend", "revoke"),
    ("exempt", "revoke"),
    ("lift", "revoke"),
    ("rise", "fall"),
    ("profit", "loss"),
    ("in-force", "suspend"),
    ("arrest", "convict"),
    ("indict", "convict"),
    ("arrest", "indict"),
    ("convict", "appeal"),
    ("probe", "ban"),
    ("indict", "trial"),
)

#: Steps of a procedure: another one is another story of the same saga.
PHASES = {
    "propose": "proposed",
    "announce": "announced",
    "finalise": "decided",
    "in-force": "in force",
    "respond": "answered",
    "oppose": "answered",
    "respond-kr": "answered",
    "suspend": "suspended",
    "exempt": "exempted",
    "lift": "lifted",
    "revoke": "revoked",
    "probe": "probed",
    "arrest": "arrested",
    "indict": "indicted",
    "trial": "on trial",
    "convict": "convicted",
    "appeal": "appealed",
    "summon": "summoned",
    "ask": "asked",
    "ban": "banned",
}
#: Two parties act alike here: who is named first says nothing.
MUTUAL = frozenset({"meet", "phone", "agree", "visit"})
