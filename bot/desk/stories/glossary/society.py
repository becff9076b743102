# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines on politics at home, everyday life, disasters, culture, the press and occasions are about."""

TABLE = """
presidential-election: presidential_election*, presidential_race, presidential_poll, election_day | 대통령_선거, 조기_대선, 대선_후보 | 总统大选, 总统选举, 提前大选
general-election: general_election*, parliamentary_election*, snap_election, lower_house_election | 국회의원_선거, 조기총선, 중의원_선거 | 国会选举, 议会选举, 众议院选举, 国会大选
local-election: local_election*, by-election*, gubernatorial, mayoral | 지방선거, 재보궐, 보궐선거 | 地方选举, 补选, 九合一, 县市长选举
primary: primary_election, primaries, caucus*, party_convention | 전당대회, 당내_경선, 예비선거 | 初选, 党代会, 党内选举, 党魁选举
campaign: running_mate, stump, pledges_on_trail | 선거운동, 대선_캠프, 공약, 출마 | 竞选, 拉票, 参选, 造势, 政见, 竞选承诺
candidate: candidate*, frontrunner, contender* | 후보자, 유력_후보, 대권주자 | 候选人, 参选人, 总统候选, 热门人选
ballot: ballot*, turnout, early_voting, exit_poll*, vote_count | 투표, 투표율, 사전투표, 출구조사, 개표 | 投票, 投票率, 票数, 开票, 出口民调
election-fraud: election_fraud, rigged_election, vote_rigging, election_chinese_meddling | 부정선거, 부정선거론, 선거조작, 중국_개입설 | 选举舞弊, 作票, 选举不公, 选举造假
opinion-poll: opinion_poll*, poll_shows, gallup, realmeter, pollster* | 여론조사, 한국갤럽, 리얼미터, 갤럽 | 民意调查, 盖洛普
approval-rating: approval_rating*, approval_rate, disapproval, popularity | 지지율, 국정지지율, 국정_지지도, 부정평가 | 支持率, 施政满意度, 不支持率, 好感度
impeachment: impeachment, impeached, impeachment_motion, impeachment_trial | 탄핵소추, 탄핵안, 탄핵심판, 탄핵정국, 탄핵_소추 | 弹劾案, 弹劾动议, 弹劾审判, 遭弹劾
martial-law: martial_law, insurrection, emergency_decree | 계엄, 비상계엄, 내란, 계엄령, 내란_혐의 | 戒严, 紧急戒严, 内乱, 戒严令, 内乱罪
removal-from-office: removed_from_office, ousted, ouster, dethron* | 파면, 해임, 경질, 축출, 퇴진 | 罢免, 免职, 被撤职, 解职, 撤换
recall-vote: recall_vote*, recall_election, no-confidence, confidence_vote | 불신임, 주민소환, 불신임안, 국민소환 | 不信任, 罢免投票, 大罢免, 倒阁
resignation: resignation, quits, quit, steps_down, stepping_down | 사퇴, 사직, 사표, 물러나, 퇴임 | 请辞, 辞任, 卸任, 去职, 引咎辞职
nominee: nominee*, nomination*, tapped_as, picks_as, confirmation_hearing | 후보자_지명, 지명, 장관_후보자, 인준, 발탁 | 提名, 被提名, 人选, 任命案, 获提名
cabinet-reshuffle: reshuffle*, new_cabinet, cabinet_lineup, personnel_change* | 개각, 인사개편, 내각_개편, 인사_단행 | 内阁改组, 人事调整, 人事变动, 改组内阁
cabinet-meeting: cabinet_meeting*, state_council_meeting, cabinet_approv* | 국무회의_의결 | 内阁会议, 阁议, 常务会议
sworn-in: sworn_in, swearing-in, takes_office, took_office, inauguration | 취임식, 취임사, 취임_100일, 임기_시작 | 宣誓就职, 就职典礼, 走马上任, 上任, 履新
transition: transition_team, incoming_administration, president-elect, second_term | 인수위, 인수위원회, 당선인, 2기_행정부, 정권인수 | 过渡团队, 候任, 当选人, 新政府, 第二任期
first-hundred-days: first_100_days, lame_duck, term_limit* | 취임_1년, 임기말, 레임덕, 취임_1주년 | 跛脚, 任期, 执政一年
parties-korea: people_power_party, democratic_party, floor_leader* | 국민의힘, 민주당, 더불어민주당, 야당_대표, 원내대표 | 国民力量党, 共同民主党, 党首, 党鞭
parties-us: republican*, democrats, gop, maga | 공화당, 미_공화당, 미_민주당 | 共和党, 美国民主党, 民主党人
parties-taiwan: dpp, kuomintang, kmt, green_camp, blue_camp | 민진당, 국민당, 대만_민진당 | 民进党, 国民党, 绿营, 蓝营, 民众党
parties-japan: ldp, liberal_democratic_party, komeito | 자민당, 공명당, 일본_자민당 | 自民党, 公明党, 维新会
president-office-move: blue_house, presidential_residence, presidential_compound | 청와대_복귀, 관저, 집무실_이전 | 重返青瓦台, 总统官邸, 官邸
protest: protester*, demonstrat*, rally_against, street_protest*, sit-in | 시위, 집회, 촛불집회, 규탄대회, 궐기대회 | 示威, 集会, 游行, 抗议者, 静坐, 烛光集会
anti-china-rally: anti-china_rall*, anti-china_protest*, anti-chinese, xenophob*, hate_speech | 반중시위, 반중_시위, 혐중, 혐중시위, 반중집회, 혐오 | 反华集会, 反华示威, 排华, 反中游行, 仇恨言论, 厌华
anti-korea: anti-korea*, anti-korean_sentiment, korea_bashing | 혐한, 반한감정 | 反韩, 嫌韩, 厌韩, 反韩情绪
sentiment: sentiment*, favorability, public_mood, unfavorable | 반중정서, 반중_정서, 민심, 호감도, 국민감정 | 民间情绪, 国民感情, 民族情绪, 反感
nationalism: nationalis*, patriots, patriotism, patriotic | 민족주의, 애국주의, 애국소비, 애국 | 民族主义, 爱国, 爱国主义, 爱国消费, 国潮
boycott-goods: consumer_boycott, no_japan, stop_buying_products, boycotts_products | 불매운동, 노재팬, 사지_않기 | 抵制行动, 拒买, 抵制日货, 抵制韩货
wage-talks: wage_talks, pay_talks, collective_bargaining, wage_deal, performance_bonus* | 임금협상, 임단협, 단체교섭, 초과이익성과급 | 薪资谈判, 工资谈判, 劳资谈判, 绩效奖金, 年终奖, 加薪
labour-relations: labor_dispute*, labour_dispute*, workers, labor_ministry, labour_ministry | 노사, 고용노동부, 고용부 | 劳资, 劳动部, 劳动者
working-hours: overtime, 996, long_hours | 초과근무, 주52시간제, 연장근로 | 996工作制, 劳动时间
hiring: recruits, recruiting, job_opening* | 공채, 인력_채용, 구인, 신입사원 | 征才, 校招
unemployment: jobless*, jobs_report | 고용지표, 고용률, 청년실업, 실업자 | 失业率, 非农, 就业数据
brain-drain: talent_drain, talent_exodus, talent_poach*, poaching_talent, lure_engineers | 인재_빼가기, 기술인력_유출 | 人才外流, 挖人, 抢人, 挖人才, 高薪挖角
talent-programme: talent_program*, talent_plan, talent_visa, k-visa | 만인계획, 인재유치, k비자, 톱티어_비자 | 启明计划, 人才计划, 引才, k字签证, 揽才
students: student*, foreign_student*, chinese_student*, international_student* | 유학생, 학생, 중국인_유학생, 대학생, 대학원생 | 留学生, 学生, 中国留学生, 赴美留学
exam: exam, exams, csat, entrance_exam*, gaokao | 수능, 입시, 가오카오, 의대_증원 | 高考, 考试, 入学考试, 修能
research-fund: r&d_budget, research_fund*, research_grant*, research_institute*, science_budget | 연구개발_예산, r&d_예산, 연구비, 출연연 | 研发经费, 科研经费, 科研机构
academic: researcher*, academi*, nobel, paper_published | 노벨상, 논문, 학술 | 诺贝尔, 论文, 学术
visa-free: visa-free, visa_free, visa_waiver*, visa_exempt*, visa-exempt | 무비자_입국, 무사증, 비자면제, 비자_면제, 무비자_연장 | 免签政策, 免签入境, 单方面免签, 免签证, 落地签
visa-curb: visa_restriction*, visa_ban*, visa_suspen*, short-term_visa*, h-1b, h1b, work_visa* | 비자_제한, 비자_발급_중단, 단기비자, 전문직_비자, h-1b, 비자_문제 | 签证限制, 暂停签发, 停发签证, 短期签证, h-1b, 工作签证
plane-crash: plane_crash*, air_crash, jeju_air, crash_landing, black_box | 항공기_사고, 여객기_참사, 여객기, 제주항공, 블랙박스 | 空难, 坠机, 客机, 济州航空, 黑匣子
cruise-ferry: cruise_ship*, ferr*, passenger_ship* | 크루즈, 여객선, 페리, 유람선 | 邮轮, 游轮, 客轮, 渡轮
hallyu-ban: korean_wave_ban, ban_on_korean_content, hallyu_ban, k-content, korean_drama* | 한한령_해제, 한한령_완화, 한류_금지, k콘텐츠, 한국_드라마, 한류금지령 | 解除限韩令, 限韩, 韩剧, 韩国电影, 韩国艺人, 韩娱
concert: concert*, idol*, fan_meeting*, girl_group*, boy_band*, bts, blackpink | 콘서트, 공연, 아이돌, 팬미팅, 걸그룹, 방탄소년단, 블랙핑크 | 演唱会, 偶像, 粉丝见面会, 女团, 男团, 防弹少年团
celebrity: celebrit*, actor, actress*, singer*, pop_star*, entertainer* | 연예인, 유명인 | 明星, 艺人, 演员, 歌手, 网红
film: film, films, movie*, box_office, cinema*, hollywood | 영화제, 극장, 할리우드, 박스오피스, 개봉작 | 电影, 影片, 票房, 好莱坞, 影展
drama: drama_series, netflix, tv_drama*, variety_show*, streaming_service* | 드라마, 예능, 넷플릭스, 방영, 오징어게임 | 电视剧, 剧集, 综艺, 网飞, 奈飞, 热播
games: video_game*, online_game*, game_approval*, game_licen*, gamers | 판호, 게임사, 외자판호, 게임업계 | 版号, 网游, 手游, 游戏版号, 电竞
sports-event: olympic*, asian_games, world_cup, paralympic* | 올림픽, 월드컵, 아시안게임, 동계올림픽 | 奥运, 世界杯, 亚运会, 冬奥会, 全运会
sports-match: football, soccer, baseball, esports, championship* | 축구, 야구, 프로야구, 국가대표팀, 결승전 | 足球, 棒球, 国足, 锦标赛, 决赛, 世锦赛
culture-claim: kimchi, hanbok, cultural_appropriation, northeast_project | 김치, 한복, 동북공정, 문화공정, 김치공정 | 泡菜, 韩服, 东北工程, 端午祭, 文化挪用
history-quarrel: goguryeo, korean_war, textbook*, distort_history, history_distort* | 6·25, 역사왜곡, 고구려, 한국전쟁, 항미원조, 역사_왜곡, 교과서 | 抗美援朝, 朝鲜战争, 高句丽, 歪曲历史, 教科书, 长津湖
drug-crime: narcotic*, drug_trafficking, drug_smuggling, opioid* | 마약, 마약_밀수, 필로폰, 마약범죄 | 毒品, 贩毒, 缉毒, 制毒, 涉毒
online-scam: scam_compound*, voice_phishing, scam_center*, crypto_scam* | 보이스피싱, 스캠, 범죄단지, 캄보디아_범죄 | 电信诈骗, 电诈, 网诈, 诈骗园区, 缅北
virus: virus, viruses, infection*, bird_flu, variant*, epidemic* | 바이러스, 확진자, 감염자, 조류독감, 확진 | 病毒, 确诊, 感染者, 禽流感, 变异株, 感染病例
lockdown: zero-covid, zero_covid, shut_down_city, curfew* | 도시_봉쇄, 봉쇄령, 제로코로나, 제로_코로나, 전면_봉쇄, 통행금지 | 清零, 封控, 静默管理, 动态清零, 宵禁
vaccine: vaccin*, booster* | 백신_접종, 접종 | 接种
hospital: patient*, medical_staff, medical_school* | 환자, 의료진, 전공의 | 患者, 医护, 医学院
health-body: who_says, world_health, health_ministry, health_authorit* | 세계보건기구, 보건복지부, 질병청, 보건당국 | 世卫, 世卫组织, 卫健委, 卫生部, 疾控
flood: torrential, landslide*, heavy_rain* | 산사태, 집중호우, 물난리, 물폭탄 | 山体滑坡, 泥石流, 淹水, 豪雨
heatwave: heatwave*, heat_wave*, extreme_heat, scorching | 폭염, 무더위, 열대야, 이상고온 | 高温, 热浪, 酷暑, 极端高温
drought: water_shortage*, reservoir* | 물부족, 저수지, 용수_부족, 물_부족 | 水库, 限水, 旱情
cold-snap: cold_snap*, snowstorm*, blizzard*, heavy_snow, winter_storm*, cold_wave | 폭설, 대설, 눈보라 | 寒潮, 暴雪, 大雪, 暴风雪, 冷气团
wildfire: wildfire*, forest_fire*, bushfire* | 산불, 대형_산불, 초대형_산불 | 山火, 森林大火, 野火, 林火
workplace-safety: workplace_safety, industrial_accident*, serious_accident*, leukemia | 중대재해처벌법, 백혈병 | 重大灾害, 白血病
stampede: crowd_crush, itaewon, ferry_disaster, mass_casualty | 압사, 이태원, 세월호, 참사 | 踩踏, 梨泰院, 世越号, 惨案
collapse-item: building_collapse*, bridge_collapse*, sinkhole*, cave-in | 붕괴_사고, 싱크홀, 붕괴사고, 땅꺼짐 | 坍塌, 塌陷, 垮塌, 倒塌, 天坑
power-supply: grid, power_line* | 전력망, 전력수급, 송전망, 송전선 | 输电, 供电紧张, 用电量
power-price: electricity_price*, power_rate*, electricity_bill*, power_tariff* | 산업용_전기, 전력요금 | 电费, 工业用电, 电价上涨
water-supply: industrial_water, ultrapure_water | 공업용수, 용수_공급, 초순수, 공업용수_공급 | 工业用水, 供水, 超纯水, 水资源
residents: resident*, local_opposition, public_backlash | 주민, 주민_반발, 주민들, 지역사회, 주민설명회 | 居民, 当地居民, 民众, 地方反对, 邻避
housing: home_price*, apartment*, evergrande | 집값, 아파트, 헝다 | 恒大, 住宅, 碧桂园
population: population*, census, demograph*, depopulat* | 인구, 인구감소, 총인구, 인구절벽, 인구_감소 | 人口, 人口减少, 人口普查, 人口负增长
birth-rate: birth_rate*, birthrate*, fertility, newborn*, low_birth | 출산율, 저출산, 출생아, 저출생, 합계출산율 | 生育率, 出生率, 少子化, 新生儿, 低生育
ageing: ageing, aging, elderly, retirement_age | 고령화, 정년, 정년연장 | 老龄化, 高龄, 退休年龄
youth: young_people, youth*, gen_z, millennial*, younger_generation | 청년, mz세대, z세대, 젊은층, 2030세대 | 青年, 年轻人, z世代, 年轻一代, 躺平
women: gender, women, female, feminis*, metoo | 여성, 젠더, 페미니즘, 미투 | 女性, 性别, 女权
immigration: immigrat*, migrant*, immigrants | 이민, 이민자, 이주노동자, 불법이민, 불법체류 | 移民, 非法移民, 移工, 外籍劳工, 非法居留
ice-raid: immigration_raid*, ice_raid*, ice_agent*, georgia_raid, homeland_security, ice_detain* | 이민단속, 이민_단속, 이민세관단속국, 이민당국, 국토안보부, ice_단속 | 移民突袭, 移民执法, 移民局突击, 移民与海关执法局, 国土安全部, 移民搜捕
workers-held: workers_detained, detained_workers, detained_koreans, korean_workers, hyundai-lg | 한국인_구금, 구금_사태, 근로자_구금, 조지아_구금, 한국인_근로자, 구금된_한국인 | 韩国工人, 韩籍员工, 拘留韩国, 被扣韩, 韩国劳工, 扣押韩国工人
workers-return: charter_flight, chartered_flight, chartered_plane, return_of_workers | 전세기, 자진출국, 귀국길 | 包机, 自愿离境, 撤侨包机
overseas-koreans: overseas_korean*, korean-american*, expat*, korean_residents | 재외동포, 주재원, 동포 | 韩侨, 侨胞, 外籍人士, 驻外人员
foreigners: foreigner*, foreign_national*, foreign_worker* | 외국인, 외국인_근로자, 외국인노동자 | 外国人, 外籍, 外国公民
land-purchase: land_purchase*, property_purchase*, foreign_buyers, chinese_buyers | 외국인_부동산, 토지_매입, 중국인_부동산, 외국인_토지 | 外国人购房, 购地, 中国买家, 外资购房
press-meeting: news_briefing, press_conf, presser, regular_press, daily_press | 언론_브리핑, 정례회견, 신년회견, 신년_기자회견 | 例行记者, 新闻吹风会, 媒体吹风, 记者问, 记者招待会
exclusive: exclusive, scoop, sources_say, people_familiar, sources_familiar | 단독, 소식통, 관계자에_따르면, 익명, 복수의_소식통 | 独家, 知情人士, 消息人士, 消息称, 据悉
foreign-media: foreign_media, foreign_press, us_media, local_media | 외신, 현지언론, 현지_언론, 외신_보도 | 外媒, 外国媒体, 当地媒体, 据外媒
wire-agencies: reuters, bloomberg, associated_press, afp | 로이터, 블룸버그, ap통신, afp통신 | 路透, 彭博, 美联社, 法新社, 路透社
papers-west: new_york_times, wall_street_journal, financial_times, washington_post, wsj | 뉴욕타임스, 월스트리트저널, 파이낸셜타임스, 워싱턴포스트, wsj | 纽约时报, 华尔街日报, 金融时报, 华盛顿邮报, 日经亚洲
papers-asia: yonhap, chosun, joongang, scmp, south_china_morning, digitimes | 연합뉴스, 조선일보, 중앙일보, 사우스차이나모닝포스트, 디지타임스 | 韩联社, 朝鲜日报, 中央日报, 南华早报, 电子时报, 新华时评
state-broadcaster: cctv_says, yuyuan_tantian, state_broadcaster | 관영매체, 관영_매체, 관영언론, 위위안탄톈 | 玉渊谭天, 环球网
social-media: social_media, weibo, truth_social, x_post, wechat, posted_on | 소셜미디어, 웨이보, 트루스소셜, sns, 누리꾼 | 社交媒体, 微博, 真实社交, 社群, 网友, 发文称
netizens: netizen*, internet_users, viral, trending | 네티즌, 온라인_반응, 화제, 댓글, 실검 | 网民, 热搜, 热议, 刷屏, 爆红
korean-think-tanks: kiet, kiep, kdi, hyundai_research | 산업연구원, 대외경제정책연구원, 한국개발연구원, kdi, 무협 | 产业研究院, 对外经济政策研究院, 韩国开发研究院, 韩银
report-study: report, reports, study_finds, study_shows, research_note | 보고서, 리포트, 연구결과, 분석_보고서 | 报告, 研究报告, 研究显示, 研报
survey: questionnaire*, respondents, businesses_surveyed | 설문조사, 실태조사, 응답자, 기업_설문 | 调查显示, 问卷调查, 受访者, 受访企业
ranking-list: top_10, fortune_500, forbes, global_500 | 포브스, 포천, 톱10, 글로벌_500 | 排行榜, 福布斯, 财富500强
rumour: rumour*, rumor*, speculat*, unconfirmed, hearsay | 루머, 소문, 낭설, 설왕설래, 지라시, 추측 | 传闻, 谣言, 流言, 坊间, 猜测, 风声
company-denial: groundless, unfounded, baseless, false_report*, not_considering, nothing_decided | 사실과_다르, 근거_없는, 결정된_바, 결정된_것, 정해진_바, 금시초문 | 无稽之谈, 毫无根据, 子虚乌有, 不属实, 纯属, 未有决定, 捏造
no-comment: no_comment, declined_to_comment, neither_confirm, cannot_confirm | 확인해줄_수_없, 언급_않, 확인_불가, 말_아껴, 답변_거부 | 拒绝置评, 未予置评, 不评论, 不便评论, 未回应
correction: correction, corrects, retract*, clarification | 정정보도, 정정_보도 | 更正, 勘误, 致歉声明, 更正声明
apology: apolog*, remorse | 사과, 유감_표명, 공식_사과 | 歉意, 赔罪
slip: gaffe*, remarks_spark, slip_of_tongue, misspoke | 실언, 말실수, 막말, 발언_논란 | 失言, 口误, 言论引发, 不当发言
criticism-wave: public_anger, under_fire, come_under | 비판_여론, 도마_위, 질타 | 舆论压力, 炮轰, 群起
memorial-day: liberation_day, march_1, memorial_day, independence_movement, commemorat* | 광복절, 3·1절, 현충일, 개천절 | 光复节, 三一节, 纪念日, 纪念活动, 显忠日
party-congress: party_congress, fourth_plenum, third_plenum | 당대회, 20차_당대회, 3중전회, 4중전회 | 党代表大会, 三中全会, 四中全会, 二十大
semicon: semicon_korea, semicon_china, semicon_west, semicon_taiwan, semicon_japan | 세미콘코리아, 세미콘_차이나, 세미콘_타이완, 세덱스 | 半导体展览会, 半导体大展
supply-expo: supply_chain_expo, canton_fair, ciftis, consumer_expo, waic | 공급망박람회, 공급망_박람회, 캔톤페어, 국제공급망촉진박람회, 세계인공지능대회 | 链博会, 广交会, 服贸会, 消博会, 世界人工智能大会
world-expo: world_expo, expo_2030, busan_expo | 부산엑스포, 세계박람회, 2030_엑스포, 엑스포_유치 | 釜山世博, 世界博览会, 申博, 世博申办
auto-show: auto_show*, motor_show*, car_show*, ifa, iaa | 모터쇼, 오토쇼, 모빌리티쇼, 가전박람회 | 车展, 汽车展, 上海车展, 柏林消费电子展
isscc: isscc, vlsi, iedm, hot_chips, flash_memory_summit | 국제고체회로학회, isscc, 국제전자소자학회, 핫칩스 | isscc, 国际固态电路, iedm, 固态电路会议
award: award*, prize*, medal*, honour*, honored | 시상식, 훈장, 표창 | 获奖, 颁奖, 奖项, 勋章, 授奖
fki-group: fki, federation_of_korean, kita, kcci, business_federation | 한경협, 전경련, 무역협회, 경총, 한국경제인협회 | 全经联, 韩国经济人协会, 贸易协会, 大韩商会, 韩经协
succession: heir*, inherit* | 상속, 상속세, 후계 | 继承人, 接班人, 继承, 遗产税
ceo-change: new_ceo, ceo_change, ceo_resign*, chief_executive_change, executive_reshuffle | 사장단_인사, 임원_인사, 대표이사_교체, ceo_교체, 임원인사 | 换帅, 高管变动, 更换ceo, 新任首席执行官, 人事大调整
shareholder-meeting: shareholder_meeting*, annual_meeting, shareholders, agm | 주주총회, 정기주총, 주주들 | 股东会, 年度股东
e-commerce: aliexpress, temu, shein, singles_day, black_friday | 이커머스, 알리익스프레스, 테무, 쉬인, 광군제, 블랙프라이데이 | 速卖通, 跨境电商, 双十一, 黑五, 海淘, 直播带货
delivery-app: food_delivery, meituan, coupang, delivery_app* | 배달앱, 쿠팡, 메이퇀, 배달의민족, 로켓배송 | 外卖, 美团, 酷澎, 外卖大战
poverty: poverty, inequality, welfare, cash_handout*, consumption_coupon* | 빈곤, 양극화, 복지, 소비쿠폰, 민생지원금 | 贫困, 贫富差距, 福利, 消费券, 普发现金
religion: church*, religio*, unification_church, buddhis*, cult | 통일교, 교회, 종교, 불교, 신천지 | 统一教, 宗教, 教会, 邪教
hongkong: macau, national_security_hong_kong, jimmy_lai | 마카오, 지미_라이 | 澳门, 黎智英, 港府
tibet: tibet*, dalai, inner_mongolia* | 티베트, 달라이_라마, 달라이라마 | 西藏, 达赖, 藏独, 涉藏
parliament-speaker: national_assembly_speaker, parliament_speaker, house_speaker, speaker | 국회의장, 하원의장 | 国会议长, 众议长, 议长, 众议院议长, 委员长访
former-president: former_president*, ex-president*, ex-leader | 전_대통령, 전직_대통령, 前대통령, 前_대통령 | 前总统, 卸任总统, 前领导人
first-lady: first_lady, first_couple, peng_liyuan, melania | 영부인, 펑리위안, 멜라니아, 대통령_부인 | 第一夫人, 总统夫人, 彭丽媛, 梅拉尼娅
""".strip()
