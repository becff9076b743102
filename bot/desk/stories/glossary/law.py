# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines on courts, rules and crimes are about: steps of a case, lists, licences, leaks and what laws are called."""

TABLE = """
arrest-warrant: arrest_warrant*, detention_warrant*, issue_warrant, warrant_issued, warrant_request* | 구속영장, 체포영장, 영장_청구, 영장_발부, 영장_기각 | 逮捕令, 拘捕令, 逮捕证, 批准逮捕, 拘票
search-warrant: search_warrant*, search_and_seizure, seize_documents, raid_offices, raids_offices | 압수·수색, 압색, 강제수사, 압수품, 수색영장 | 搜查令, 搜索票, 突击搜查, 搜索扣押, 搜证
wanted-list: wanted_list, most_wanted, interpol*, red_notice*, bounty, fugitive* | 지명수배, 인터폴, 적색수배, 도주 | 通缉, 国际刑警, 红色通报, 悬赏, 逃犯, 在逃
extradition: extradit*, hand_over_to_us, repatriat* | 범죄인_인도, 신병_인도, 송환, 강제송환, 인도_요청 | 引渡, 移交嫌犯, 遣送
bail: bail, on_bail, freed_on_bail, released_on_bail | 보석_석방, 보석_신청, 보석_허가, 보석금, 불구속 | 保释, 交保, 取保候审, 保释金
release-detainee: freed, set_free, released_from, release_of_detain* | 석방, 풀려나, 풀려난, 가석방 | 获释, 假释, 出狱
house-arrest: house_arrest, travel_ban, exit_ban*, barred_from_leaving | 출국금지, 출금_조치, 가택연금, 출국_정지 | 限制出境, 禁止出境, 软禁, 境管
acquittal: acquittal*, acquitted, cleared_of, not_guilty, exonerat* | 무죄_선고, 무죄_확정, 무혐의, 혐의_없음, 불기소 | 无罪, 宣告无罪, 不起诉, 脱罪, 洗清
suspended-term: suspended_sentence*, suspended_term*, probation | 집유, 선고유예, 보호관찰 | 缓刑, 缓期执行, 判缓
death-penalty: death_penalty, death_sentence*, sentenced_to_death, life_sentence, life_in_prison | 무기징역, 종신형 | 死刑, 死缓, 无期徒刑, 终身监禁
supreme-court: top_court, highest_court | 대법원, 대법관 | 最高院, 大法院, 大法官
high-court: high_court, appeals_court*, court_of_appeals, federal_circuit | 고등법원, 항소법원, 연방항소법원, 서울고법 | 高等法院, 上诉法院, 巡回法院, 二审法院
district-court: district_court*, local_court, central_district | 지방법원, 중앙지법, 연방지법 | 地方法院, 地区法院, 地院, 中院
constitutional-court: constitutional_court, constitutional_petition, unconstitutional | 헌법재판소, 헌재, 위헌, 헌법소원, 합헌 | 宪法法院, 违宪, 宪法裁判所, 释宪
trade-court: court_of_international_trade, trade_court, itc, international_trade_commission | 국제무역법원, 국제무역위, 무역위원회 | 国际贸易法院, 国际贸易委员会, 贸易法院
ip-court: intellectual_property_court, ip_court, patent_court | 특허법원, 지식재산법원 | 知识产权法院, 知产法院, 智财法院, 智慧财产法院
judge: judge, judges, justice, justices, bench | 재판부, 재판장, 법관, 부장판사, 담당판사 | 法官, 合议庭, 审判长, 承审
jury: jury, jurors, grand_jury | 배심원, 배심, 대배심 | 陪审团, 陪审员
lawyer: lawyer*, attorney*, counsel, defence_team, defense_team, law_firm* | 변호사, 변호인, 로펌, 법무법인, 변호인단 | 律师, 辩护人, 律所, 辩方
special-counsel: special_counsel, special_prosecutor*, independent_counsel | 특검, 특별검사, 특검법, 특검팀 | 特检, 特别检察官, 独立检察官, 特检组
investigators-unit: investigation_unit, tech_crime_unit, industrial_technology_unit, intelligence_crime | 수사대, 수사팀, 산업기술안보수사대, 기술유출범죄, 정보기술범죄수사부 | 专案组, 侦查队, 调查队, 经侦, 刑侦
investigation-bureau: fbi, federal_bureau | 연방수사국, fbi | 联邦调查局, fbi
suspect: suspect*, accused_person, defendant* | 피의자, 피고인, 용의자, 혐의자 | 嫌疑人, 嫌犯, 被告人, 犯嫌
charges-of: allegation*, alleged, suspected_of, on_suspicion | 혐의, 의혹, 의혹_제기 | 涉嫌, 嫌疑, 涉案, 疑涉
complaint-filed: criminal_complaint, files_complaint, filed_complaint, complaint_against | 고발, 고소장, 고발장, 진정서, 고소전 | 控告, 举报, 投诉, 告发, 提告
witness: witness*, testimony | 증인, 증언, 참고인, 증인신문 | 证人, 证词, 作证, 证言
evidence: evidence, proof, destroy_evidence, tampering | 증거, 물증, 증거인멸, 증거_인멸 | 证据, 物证, 湮灭证据, 毁灭证据, 销毁证据
plea-deal: plea_deal*, plea_bargain*, deferred_prosecution, pleads_guilty, pleaded_guilty | 유죄_인정, 플리바게닝, 형량_협상, 기소유예 | 认罪协议, 认罪, 辩诉交易, 暂缓起诉, 缓起诉
lawsuit: lawsuit*, sue, sues, sued, suing, litigation, legal_action | 소송, 제소, 소장_제출, 법적_대응, 손배소 | 诉讼, 官司, 提起诉讼, 状告, 对簿公堂, 兴讼
class-action: class_action*, class-action, collective_suit, shareholder_suit | 집단소송, 주주소송, 단체소송 | 集体诉讼, 股东诉讼, 集团诉讼
countersuit: countersu*, counterclaim* | 맞소송, 역소송 | 反诉, 反告
damages: damages, compensation, pay_damages | 손해배상, 배상금, 보상금 | 损害赔偿, 赔款, 索赔, 求偿
injunction: injunction*, restraining_order, court_blocks, stay_order | 가처분, 집행정지, 가처분_신청, 금지_명령 | 禁制令, 临时禁令, 假处分, 暂停执行, 定暂时状态
settlement: settle_lawsuit, settles_with, settled_with, out-of-court, settle_case | 합의금, 소송_합의, 법정_밖, 소_취하, 합의_종결 | 和解金, 撤诉, 庭外和解, 达成和解
dismiss-suit: case_dismissed, suit_dismissed, throws_out, tossed_out, dismisses_suit | 소송_기각, 패소, 원고_패소 | 驳回, 败诉, 不予受理, 判败
win-suit: wins_lawsuit, wins_case, wins_patent, court_sides, prevails | 승소, 일부_승소, 손_들어줘, 손_들어준 | 胜诉, 打赢官司, 判胜
arbitration: isds, tribunal, investor-state | 국제중재, 중재판정, 투자자_국가, isds | 仲裁, 仲裁庭, 国际仲裁, 投资者诉国家
patent-suit: patent_suit*, patent_infring*, patent_lawsuit*, patent_dispute*, patent_fight | 특허_소송, 특허_침해, 특허전쟁, 특허_분쟁, 특허침해소송 | 专利侵权, 专利诉讼, 专利战, 专利纠纷, 专利权诉讼
patent-troll: patent_troll*, non-practicing_entit*, npe | 특허괴물, 특허관리전문, npe | 专利流氓, 专利蟑螂, 非专利实施
patent-licence: cross-licens*, patent_licens*, royalt* | 특허_라이선스, 교차_라이선스, 로열티, 크로스_라이선스 | 专利授权, 交叉授权, 专利许可, 权利金, 特许权使用费
intellectual-property: ip_theft, ip_rights | 지식재산권, 지재권, 지적재산권 | 智财权, 知产
infringement: infring*, violat*, breach*, in_violation | 침해, 위반, 위배 | 侵权, 侵犯, 违反, 违规, 抵触
copyright: copyright*, piracy, counterfeit* | 저작권, 위조품, 짝퉁, 불법복제, 표절 | 版权, 著作权, 盗版, 假货, 仿冒, 山寨
trademark: trademark* | 상표권, 상표 | 商标
non-compete: non-compete, noncompete, non_compete, job-switch_ban, job_transfer_ban | 전직금지, 경업금지, 전직_금지, 재취업_금지 | 竞业限制, 竞业禁止, 旋转门条款, 竞业协议
nda: confidentiality, non-disclosure, secrecy | 비밀유지, 기밀유지, 보안서약 | 保密协议, 保密义务, 保密条款
trade-secret-theft!: trade-secret*, trade_secret_theft, steal_trade_secrets, stealing_technolog*, tech_theft, technology_theft | 기술탈취, 기술_탈취, 영업비밀_유출, 영업비밀_침해, 기술_빼돌 | 窃取商业秘密, 窃取技术, 偷技术, 营业秘密, 商业机密, 窃取机密
tech-leak!: technology_leak*, tech_leak*, leak_technology, leaking_technology, leak_of_technology, leaked_technology | 기술유출, 기술_유출, 해외유출, 해외_유출, 국부유출 | 技术外流, 技术泄密, 技术外泄, 泄露技术, 技术流出
industrial-spy: industrial_espionage, corporate_espionage, economic_espionage, industrial_spy, industrial_spies | 산업기밀, 기술_스파이, 경제스파이, 경제_간첩 | 产业间谍, 商业间谍, 经济间谍, 工业间谍, 商谍
espionage-law: espionage_law, espionage_act, spy_law, spying_law | 간첩죄, 간첩법, 간첩법_개정, 형법_98조 | 间谍法, 间谍条款, 谍报法, 间谍罪名
spy-case: spy_case, spy_ring, alleged_spy, accused_of_spying, spying_charges, spy_suspect* | 간첩단, 간첩_사건, 스파이_혐의, 스파이_사건, 간첩활동 | 间谍案, 共谍, 间谍网, 谍报, 共谍案, 间谍活动
confidential-papers: confidential_document*, classified_document*, confidential_data, internal_document* | 기밀_자료, 기밀자료, 내부_문건, 기밀문서, 대외비 | 机密文件, 机密资料, 内部文件, 涉密, 绝密
process-tech-leak: process_data, recipe, process_recipe*, process_flow, hand-copied | 공정_자료, 공정도, 레시피 | 工艺资料, 制程资料, 工艺流程, 制程机密, 手抄
headhunt: recruiter*, talent_broker | 헤드헌터, 헤드헌팅, 인력_빼가기 | 猎头, 人才中介, 掮客, 猎人头
loophole: evad*, evasion, skirt, skirts, skirting, workaround*, bypass* | 허점, 우회로, 회피, 편법, 꼼수 | 绕过, 钻空子, 逃避, 迂回
smuggling-ring: smuggling_ring*, smugglers, smuggled, smuggling_of, smuggling_case, contraband | 밀반출, 밀반입, 밀수출, 밀수입, 밀수조직 | 走私案, 走私团伙, 偷运, 私运, 走私网络, 夹带
illegal-export: illegal_export*, illegally_export*, unlicensed_export*, unauthorised_export* | 불법수출, 불법_수출, 무허가_수출, 부정수출 | 非法出口, 违法出口, 无许可出口, 非法输出, 违规出口
bribery: brib*, kickback*, graft, payoff* | 뇌물, 뒷돈, 금품수수, 청탁 | 贿赂, 行贿, 受贿, 收贿
corruption: corrupt*, anti-graft, anti-corruption, anticorruption | 부패, 비리, 반부패, 부정부패 | 腐败, 贪腐, 反腐, 贪污, 违纪
party-discipline: discipline_inspection, ccdi, expelled_from_party, disciplinary_violation* | 중앙기율검사위, 기율위, 기율_위반, 당적_박탈, 쌍개 | 中纪委, 纪委监委, 纪检, 双开, 落马, 开除党籍
embezzlement: embezzl*, misappropriat*, breach_of_trust | 횡령, 배임, 업무상_배임 | 挪用, 侵占, 背信, 侵吞, 渎职
fraud: fraud*, scam*, swindl* | 사기_혐의, 사기극, 사기죄, 부정_거래 | 欺诈, 诈骗, 骗补, 诈欺, 骗局
accounting-fraud: accounting_fraud, stock_manipulation, merger_case, accounting_scandal | 회계부정, 분식회계, 주가조작, 부당합병, 시세조종 | 财务造假, 会计舞弊, 操纵股价, 做假账, 不当合并
insider-trading: insider_trading, insider_deal*, insider_info* | 내부자_거래, 내부자거래, 미공개정보, 미공개_정보 | 内幕交易, 内线交易
money-laundering: money_launder*, launder* | 자금세탁, 돈세탁 | 洗钱
tax-evasion: tax_evasion, tax_probe, tax_audit, evade_tax* | 탈세, 세무조사, 조세포탈 | 逃税, 漏税, 税务调查, 偷税, 查税
slush-fund: slush_fund*, secret_fund* | 비자금, 불법자금 | 秘密资金, 小金库, 黑金
collusion: collu*, cartel*, price-fixing, price_fixing, bid-rigging | 담합, 짬짜미, 카르텔, 가격_담합 | 串通, 合谋, 价格垄断, 操纵价格, 围标, 卡特尔
monopoly: dominant_position, market_dominance | 독과점, 시장지배적, 반독점, 반독점법 | 反垄断, 反垄断法, 市场支配
merger-review: merger_review, merger_approval, merger_clearance, approve_merger, deal_clearance | 기업결합, 합병_심사, 합병_승인, 기업결합_심사 | 经营者集中, 合并审查, 并购审查, 附条件批准, 结合案
discrimination-probe: anti-discrimination, antidiscrimination, discriminatory_measure* | 반차별_조사, 차별적_조치, 차별_조치, 차별조치 | 反歧视, 歧视性措施, 歧视性做法, 差别待遇
probe-opened: launches_investigation, opens_investigation, launches_probe, opens_probe, open_probe | 조사_착수, 조사_개시, 수사_착수, 조사_나서 | 立案调查, 展开调查, 启动调查, 发起调查, 分案调查
onsite-check: on-site_inspection*, onsite_inspection*, site_visit*, inspectors, spot_check* | 현장조사, 현장_조사, 현장_점검, 현장점검 | 现场检查, 实地核查, 进驻调查, 现场核查, 飞行检查
summons-questioning: question_suspect, questioned_by, interrogat*, grilled, questioning_of | 소환조사, 피의자_신문, 심문, 조사_받아, 출석_요구 | 传唤, 讯问, 问讯, 侦讯, 审讯
subpoena: subpoena* | 소환장, 자료_제출_명령, 문서_제출_명령, 출석_명령 | 传票, 强制传唤, 调取令
hearing-congress: congressional_hearing, senate_hearing, house_hearing, testify_before | 청문회, 인사청문회, 상원_청문회, 하원_청문회 | 听证会, 听证, 国会听证
audit-of-state: national_audit, parliamentary_audit, state_audit | 국정감사, 국감, 감사원, 국정조사 | 国政监查, 监查, 审计署, 国政调查
bill: bill, bills, legislation, draft_law, legislat* | 법안, 입법, 법안_발의, 대표발의 | 法案, 立法, 草拟法案, 提案
amendment: amend, amends, amended, amendment*, revised_law, revise_law, revision | 개정안, 개정, 법_개정, 일부개정 | 修正案, 修订, 修法, 修正草案, 修改法律
bill-passage: passes_bill, bill_passed, pass_bill, clears_house, clears_senate, passed_by_house | 본회의_통과, 법안_통과, 국회_통과, 가결됐 | 三读, 表决通过, 获得通过, 三读通过, 审议通过
committee-passage: committee_approves, panel_approves, subcommittee, committee_vote, markup | 상임위, 소위_통과, 법사위, 상임위_통과, 소위원회 | 小组委员会, 委员会通过, 委员会审议, 法司委
vote-down: vote_down, voted_down, rejected_bill, fails_to_pass, stalled_bill | 법안_폐기, 표류, 부결됐 | 遭否决, 搁置, 胎死腹中, 卡关
executive-order: executive_order*, presidential_order, presidential_memorandum, executive_action | 행정명령, 대통령령, 행정_명령, 각서_서명 | 行政命令, 行政令, 总统令, 备忘录命令
special-law: chip_special_act, semiconductor_special_act, k-chips_act | 반도체특별법, 특례법, 반도체_특별법 | 半导体特别法, 特例法, 芯片特别法
enforcement-decree: enforcement_decree, enforcement_rule*, implementation_rules, implementing_regulation* | 시행령, 시행규칙, 시행_세칙 | 施行令, 实施细则, 实施条例, 施行细则
basic-law: basic_act, framework_act, ai_basic_act | 기본법, ai기본법, 기본계획 | 基本法, 框架法, 人工智能基本法
budget-law: defense_authorization, ndaa, authorization_act, spending_bill, budget_bill | 국방수권법, 예산안, ndaa, 수권법 | 国防授权法, 预算案, 国防授权, 授权法
biosecure: section_5949, section_889, biosecure_act, procurement_ban, federal_procurement | 생물보안법, 5949조, 조달_금지, 연방_조달 | 生物安全法, 生物安全法案, 政府采购禁令, 联邦采购
chip-security-act: chip_security_act, gain_ai, gain_ai_act, remote_access_act, match_act | 칩보안법, 칩_보안법, 게인_ai, 원격접근 | 芯片安全法, 晶片安全法, 增益人工智能法, 远程访问安全
competition-act: america_competes, usica, innovation_and_competition | 미국경쟁법, 혁신경쟁법, 경쟁법안 | 美国竞争法, 创新与竞争法, 竞争法案
regulation-body: regulator*, watchdog*, regulatory | 규제당국, 규제_당국, 감독당국, 당국_규제 | 监管机构, 监管部门, 监管, 主管机关
non-compliance: non-complian*, noncomplian*, fail_to_comply, failed_to_comply | 미준수, 불이행, 미이행, 지키지_않 | 不合规, 未遵守, 未履行, 违约
notice-comment: public_comment*, comment_period, solicit*, seek_comment, seeks_comment, request_for_comment | 의견수렴, 의견_수렴, 행정예고, 입법예고, 의견_청취 | 征求意见, 意见征询, 公开征求, 征求意见稿, 预告修法
interim-rule: interim_final, interim_rule, temporary_rule, proposed_rule, rulemaking, federal_register | 잠정최종규칙, 임시_규정, 규칙_제정, 연방관보, 관보_게재 | 临时最终规则, 暂行规定, 规则制定, 联邦公报, 暂行办法
is-informed: is-informed, informed_letter*, letter_to_compan*, notify_by_letter | 서한_발송, 통지서, 공문, 통보_서한 | 发函, 通知函, 公函
licence-application: licence_application*, license_application*, apply_for_licen*, licence_review, license_review | 허가_신청, 라이선스_신청, 허가신청, 수출허가_신청 | 许可申请, 申请许可, 许可证申请, 递交申请, 许可审批
licence-denied: licence_denied, license_denied, licenses_revoked, denial_policy, presumption_of_denial | 거부_추정, 허가_거부, 거부추정, 불허_방침, 허가_취소 | 推定拒绝, 拒绝许可, 吊销许可, 拒发许可, 许可被拒
licence-granted: licence_granted, license_granted, licenses_granted, grants_licen*, case-by-case | 허가_발급, 건별_심사, 사안별, 허가_받아, 건별_허가 | 发放许可, 颁发许可, 逐案审查, 个案审批, 许可发放
general-licence: general_licence, general_license*, fast-track_approv*, bulk_licen*, green_channel* | 일반허가, 통용허가, 패스트트랙, 신속_승인, 그린채널 | 通用许可, 绿色通道, 一般许可, 快速审批, 通用许可证
list-addition: added_to_list, adds_to_list, add_to_list, put_on_list, places_on_list, newly_listed | 명단_추가, 명단에_추가, 명단_올라, 명단에_올, 등재 | 列入清单, 新增列入, 加入清单, 列入名单, 列黑
list-removal: delist*, removed_from_list, taken_off_list, off_the_list | 명단_삭제, 명단서_제외, 명단에서_제외, 상장폐지, 상폐 | 移出清单, 移除清单, 除名, 退市, 剔除名单, 摘牌
unverified-list: uvl, red_flag*, end-user_review | 미검증_명단, 미확인_명단, 확인되지_않은_명단 | 未经核实名单, 未核实清单, 未验证清单, 红旗警示
unreliable-list: unreliable_list | 신뢰할_수_없는_기업, 신뢰불가 | 不可靠企业
affiliate-rule!: affiliate_rule, affiliates_rule, 50%_rule, 50_percent_rule, 50%_affiliat* | 50%_룰, 50%_규칙, 자회사_규정, 계열사_규정, 자회사까지 | 50%规则, 穿透性规则, 穿透规则, 关联公司规则, 百分之五十
blocking-rule: blocking_statute, anti-sanctions_law, anti-foreign_sanction*, blocking_rules | 반외국제재법, 저지법, 차단규칙, 역외_차단 | 反外国制裁法, 阻断办法, 阻断法, 反外国制裁
export-control-law: export_control_law, export_control_act, foreign_trade_law, foreign_trade_act | 수출통제법, 대외무역법, 수출관리법, 전략물자_수출입고시 | 出口管制法, 对外贸易法, 贸易法修订, 外贸法
security-law: national_security_law, data_security_law, cybersecurity_law, state_secrets_law | 국가보안법, 데이터보안법, 국가안전법, 네트워크안전법, 홍콩보안법 | 国安法, 数据安全法, 网络安全法, 保守国家秘密法, 国家安全法
rule-of-law: rule_of_law, due_process | 법치, 법의_지배, 적법절차 | 法治, 依法, 基于规则, 正当程序
whistleblower: whistleblow*, tip-off*, tipster*, informant* | 내부고발, 공익신고, 제보자, 공익제보, 내부_제보 | 吹哨人, 举报人, 揭弊, 爆料人, 检举
reward: reward_for, cash_reward, rewards | 포상금, 신고_포상, 현상금 | 奖金举报, 举报奖励, 赏金, 检举奖金
data-protection: data_protection, privacy, personal_data, personal_information, gdpr | 개인정보, 개인정보보호, 개보위, 프라이버시 | 个人信息, 个资, 隐私, 个人信息保护, 资料保护
data-breach: data_breach*, data_leak*, information_leak, hacked_data, customer_data | 개인정보_유출, 정보유출, 정보_유출, 고객정보 | 数据泄露, 信息泄露, 个资外泄, 数据外泄, 资料外泄
data-transfer: cross-border_data, data_transfer*, data_flow*, data_localis*, data_localiz* | 데이터_이전, 국외이전, 데이터_국외, 데이터_현지화 | 数据出境, 数据跨境, 跨境数据, 数据本地化, 资料跨境
cyber-attack: cyberattack*, cyber_attack*, cyber-attack*, hack, hacks, hacked, hacking | 해킹, 사이버공격, 사이버_공격, 해킹_공격, 해킹당 | 网络攻击, 黑客攻击, 骇客, 网攻, 遭骇, 入侵系统
hacker-group: hacker*, hacking_group*, state-backed_hack*, volt_typhoon, salt_typhoon, apt41 | 해커, 해킹조직, 해킹_그룹, 볼트_타이푼, 솔트_타이푼 | 黑客, 黑客组织, 伏特台风, 盐台风, 骇客组织
malware: malware, ransomware, phishing, spyware, malicious_code | 랜섬웨어, 악성코드, 피싱, 스파이웨어, 악성_코드 | 勒索软件, 恶意软件, 钓鱼网站, 木马, 勒索病毒
vulnerability: vulnerabilit*, zero-day, security_flaw*, security_risk* | 취약점, 보안_취약, 보안_결함, 보안_위험 | 安全漏洞, 安全隐患, 安全风险, 网络安全风险, 安全缺陷
source-code: source_code | 소스코드, 소스_코드 | 源代码, 原始码
trade-secret-law: unfair_competition_prevention, unfair_competition, trade_secret_act | 부정경쟁방지법, 부정경쟁, 영업비밀보호법 | 不正当竞争, 营业秘密法, 不公平竞争
detained-in-china: detained_in_china, held_in_china, arrested_in_china, detention_in_china | 중국서_체포, 중국서_구속, 중국_당국에_구속, 中서_구속, 중국에서_구속 | 在华被捕, 在中国被捕, 遭中国逮捕, 在华遭拘, 在中国被拘
former-staff-arrest: ex-samsung_executive, ex-samsung_engineer*, ex-sk_hynix, former_hynix, ex-samsung | 전_삼성전자, 前_삼성전자, 전직_삼성, 삼성전자_출신, 하이닉스_출신 | 前三星高管, 前三星员工, 三星前高管, 三星前员工, 前海力士员工, 海力士前员工
chinese-national: chinese_national*, chinese_citizen*, chinese-born | 중국인, 중국_국적, 중국_국적자, 조선족 | 中国籍, 中国公民, 中国人士, 陆籍
joint-crackdown: special_crackdown, joint_investigation, special_enforcement | 특별단속, 집중단속, 합동수사, 합동_단속 | 专项行动, 专项整治, 联合调查, 专案行动, 特别小组
strike-force: disruptive_technology_strike_force, strike_force, disruptive_tech | 기술타격대, 혁신기술_기동타격대, 파괴적_기술 | 颠覆性技术打击, 打击工作组, 突击队, 颠覆性技术
jail-term-years: years_in_prison, years_in_jail, jail_term*, prison_term*, jailed_for | 징역형, 실형_선고, 징역_1년, 징역_2년, 징역_3년, 징역_5년, 징역_7년 | 有期徒刑, 刑期, 判处有期徒刑, 判监, 坐牢
prosecutors-seek: prosecutors_seek, prosecution_seeks, seek_prison, demand_prison | 징역_구형, 검찰_구형 | 求刑, 检方求刑, 检方建请, 量刑建议
heavier-penalty: heavier_penalt*, tougher_penalt*, stiffer_penalt*, harsher_punishment, sentencing_guideline* | 처벌_강화, 양형기준, 엄벌, 가중처벌, 솜방망이_처벌 | 加重处罚, 从严惩处, 提高刑责, 加重刑责, 量刑标准
punitive-damages: punitive_damages, treble_damages, fivefold | 징벌적_손해배상, 징벌적, 3배_배상, 5배_배상 | 惩罚性赔偿, 三倍赔偿, 五倍赔偿
penalty: penalt*, punish*, penalis*, penaliz* | 처벌, 벌칙, 과태료, 제재금 | 处罚, 惩罚, 惩处, 处分, 罚则, 罚单
record-fine: record_fine, fined_million, civil_penalty, pay_fine, hit_with_fine | 과징금_부과, 벌금_부과, 벌금형, 과징금_폭탄 | 巨额罚款, 处以罚款, 罚金, 被罚, 裁罚, 开罚
forfeiture: forfeit*, confiscat*, seizure*, seized, asset_freeze, freeze_asset* | 몰수, 추징, 추징금, 압류, 자산동결 | 没收, 查封, 冻结资产, 充公, 查扣, 追缴
contract-dispute: contract_dispute, breach_of_contract, terminate_contract, contract_cancel* | 계약_위반, 계약_해지, 계약_분쟁, 계약_파기 | 合同纠纷, 解约, 违反合同, 合约纠纷, 毁约
control-dispute: management_dispute, proxy_fight, boardroom_battle, control_dispute | 경영권_분쟁, 표대결, 의결권 | 控制权之争, 股权之争, 经营权之争, 夺权
court-custodian: enterprise_chamber, state_takeover, goods_availability_act, administrator_appointed | 기업재판소, 물자가용성법, 경영권_박탈, 경영개입, 암스테르담_법원 | 企业法庭, 商品可用性法, 接管令, 企业商会, 阿姆斯特丹上诉法院
golden-share: golden_share*, state_ownership, nationali* | 황금주, 국유화, 정부_지분 | 黄金股, 国有化, 金股, 政府入股
pardon: pardon*, amnesty, clemency, special_pardon | 특별사면, 광복절_특사 | 特赦, 赦免, 大赦
retrial: retrial, remand*, sent_back, sends_back | 파기환송, 재판_다시 | 发回重审, 发回更审, 更审
legal-limits: statute_of_limitations, time_limit, retroactive* | 공소시효, 소급, 시효 | 追诉期, 诉讼时效, 追溯, 溯及既往
perjury: perjury, contempt_of_court, obstruction_of_justice, false_statement* | 위증, 법정모독, 사법방해, 허위_진술 | 伪证, 藐视法庭, 妨碍司法, 虚假陈述
defamation: defam*, libel | 명예훼손, 모욕죄, 허위사실_유포 | 诽谤, 名誉权, 毁谤, 名誉损害
seized-storage: seized_laptop* | 이동식_저장장치 | 硬盘, 随身碟, 笔记型电脑, 移动硬盘, u盘
accomplice: accomplice*, co-conspirator*, conspir*, mastermind, ringleader* | 공범, 공모, 일당, 주범, 총책 | 共犯, 同伙, 共谋, 主谋, 主犯
referred-to-prosecutors: referred_to_prosecut*, handed_over_to_prosecut*, book_suspects, booked_for | 검찰_송치, 구속_송치, 불구속_송치, 무더기_입건 | 移送检方, 移送检察, 函送, 移送法办, 送检
lawmaker-group: select_committee, china_committee, commission_on_china, uscc, review_commission | 미중전략경쟁특위, 중국특위, 미중경제안보검토위, 하원_특위 | 美中战略竞争特别委员会, 中国问题特别委员会, 美中经济与安全审查, 美中经济安全, 中国特委会
letter-by-lawmakers: letter_to_biden, letter_to_trump, open_letter, bipartisan_letter | 공개서한, 초당적_서한, 항의서한 | 联名信, 联署
bipartisan: bipartisan, cross-party, both_parties | 초당적, 여야_합의, 초당파 | 跨党派, 两党, 朝野
signing-into-law: signed_into_law, sign_into_law, signs_into_law, signed_bill, promulgat* | 법안_서명, 공포안, 법률_공포, 법률안_공포 | 签署成法, 签署生效, 颁布, 公布实施, 签字生效
law-expires: lapse*, sunset_clause | 일몰, 데드라인 | 到期, 期满, 最后期限, 届满
constitution: constitution, constitutional | 헌법, 개헌, 제헌절 | 宪法, 修宪
ruling-tariff: tariff_ruling, tariffs_illegal, emergency_economic | 상호관세_위법, 국제비상경제권한법, 관세_위법, 비상경제권한 | 关税违法, 国际紧急经济权力, 关税裁决
illegal: illegal, illegally, unlawful, unlawfully | 불법, 위법, 탈법 | 非法, 违法, 不合法, 不法
legal-basis: legal_basis, legal_ground*, lawful, legitimate, legitimately | 법적_근거, 적법 | 法律依据, 法源
rights-interests: legitimate_rights, lawful_rights, rights_and_interests, legitimate_interest* | 정당한_권익, 합법적_권익, 정당한_권리, 권익_보호 | 正当权益, 合法权益, 正当权利, 维护权益
data-handover: disclosure_requirement*, data_disclosure, submit_data, hand_over_data, chip_data_request | 자료_제출, 자료제출, 영업기밀_요구, 정보_제출, 공급망_정보 | 提交数据, 交出数据, 索要数据, 提交机密, 数据提交
sanctions-violation: sanctions_violat*, export_violation*, violating_export, violate_export, breach_export, sanctions_evasion | 제재_위반, 수출통제_위반, 제재_회피, 대외무역법_위반 | 违反制裁, 违反出口, 规避制裁, 违反出口管制, 逃避制裁
company-probe-self: internal_probe, internal_investigation, internal_audit, self-inspection | 내부_조사, 내부감사, 자체_조사, 자체_감사 | 内部调查, 自查, 内部审计, 内部稽核
product-origin: product_origin, origin_rule*, origin_of_chips | 원산지_규정, 원산지증명, 원산지_표시 | 原产地规则, 产地认定, 流片地, 原产地证
standard-essential: standard_essential, frand, essential_patent* | 표준특허, 표준필수특허, 프랜드 | 标准必要专利, 标准专利, frand
designation: designat*, labeled_as, labelled_as, classif* | 지정, 지정_고시, 분류 | 认定, 指定, 列为, 划定
revised-criminal-law: criminal_act, criminal_code, penal_code, criminal_law | 형법, 형법_개정, 형사처벌, 형사소송법 | 刑法, 刑事责任, 刑责, 刑诉法
yellow-envelope: yellow_envelope*, labor_union_law, commercial_act, commercial_law | 노란봉투법, 상법_개정, 상법개정 | 黄信封法, 商法修订, 工会法, 商法修正
safety-check: safety_inspection*, safety_certif*, safety_standard* | 안전점검, 안전인증, 안전기준, kc인증 | 安全检查, 安全认证, 安全标准
import-check: customs_inspection*, customs_crackdown, port_inspection*, customs_check* | 세관_검사, 통관_지연, 통관_검사, 세관_단속 | 海关检查, 海关查验, 查验
state-secret: state_secret*, national_secret*, military_secret* | 국가기밀, 군사기밀, 국가_기밀 | 国家秘密, 国家机密, 军事机密
state-security-ministry: ministry_of_state_security, state_security_ministry, mss | 국가안전부, 중국_국가안전부, 중국_정보기관 | 国家安全部, 国安部, 国安机关, 国家安全机关
""".strip()
