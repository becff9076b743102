# ruff: noqa: E501 - a line of the table is a thing, whole
"""What headlines on technology are about: how chips are made, kinds of chips, machines, goods, energy, research."""

TABLE = """
process-node: process_node*, process_technolog*, manufacturing_process, fabrication_process | 공정기술, 미세공정, 미세_공정, 공정 | 制程, 工艺, 工序
nanometre: nanomet*, sub-10nm, nanotech* | 나노미터, 나노_공정, 나노공정, 나노기술 | 奈米制程, 纳米制程, 纳米工艺
2nm: 2nm, 2-nanomet*, 2_nanomet* | 2나노 | 2奈米, 2纳米
3nm: 3nm, 3-nanomet*, 3_nanomet* | 3나노 | 3奈米, 3纳米
4nm: 4nm, 4-nanomet*, 4_nanomet* | 4나노 | 4奈米, 4纳米
5nm: 5nm, 5-nanomet*, 5_nanomet* | 5나노 | 5奈米, 5纳米
28nm: 28nm, 28-nanomet*, 28_nanomet* | 28나노 | 28奈米, 28纳米
1nm: 1nm, 18a, angstrom | 1나노, 옹스트롬 | 1奈米, 1纳米, 埃米
10nm-dram: 1c, 1b, 1a_dram, 10nm-class | 1c_d램, 1b_d램, 10나노급 | 10纳米级, 1c_dram, 10奈米级
advanced-node: advanced_node*, cutting-edge, leading-edge, most_advanced, state-of-the-art | 첨단공정, 선단공정, 최첨단, 선단_공정 | 先进制程, 先进工艺, 尖端, 最先进
advanced-chip!: advanced_chip*, high-end_chip*, advanced_semiconductor* | 첨단반도체, 첨단_반도체, 첨단칩, 고성능_반도체 | 先进芯片, 高端芯片, 先进半导体, 高阶晶片, 高性能芯片
legacy: legacy, mature, older-generation, less_advanced, low-end | 레거시, 범용_반도체, 범용, 성숙공정, 구형 | 成熟制程, 传统芯片, 成熟工艺, 成熟芯片, 旧款
next-generation: next-generation, next-gen, new_generation | 차세대, 신세대 | 下一代, 次世代, 新一代
gate-all-around: gate-all-around, gaa, gaafet, nanosheet* | 게이트올어라운드, gaa | gaa, 全环绕栅极, 环绕栅极
finfet: finfet, transistor* | 핀펫, 트랜지스터 | 晶体管, 电晶体, 鳍式
moores-law: moore_law | 무어의_법칙 | 摩尔定律
3d-stack: 3d_stack*, stacking, stacked, vertical_stack* | 3d적층, 적층, 3차원_적층 | 堆叠, 堆栈, 3d堆叠
layers: layer, layers, 232-layer, 321-layer, 300-layer, 128-layer | 321단, 232단, 128단, 300단, 400단, 단_낸드 | 层堆叠, 232层, 321层, 128层, 300层, 400层
xtacking: xtacking | 엑스태킹, xtacking | 晶栈, xtacking
hybrid-bond: hybrid_bonding, wafer_bonding, bonding | 하이브리드본딩, 하이브리드_본딩, 본딩 | 混合键合, 键合技术, 键合
tsv: tsv, through-silicon | tsv, 실리콘관통전극, 관통전극 | tsv, 硅通孔, 矽穿孔
interposer: interposer*, substrate* | 인터포저, 기판 | 中介层, 基板, 载板
glass-substrate: glass_substrate*, glass_core | 유리기판, 유리_기판, 글라스기판 | 玻璃基板
cowos: cowos, chip-on-wafer | 코워스, cowos | cowos, 先进封装
chiplet: chiplet* | 칩렛 | 小芯片, 芯粒, chiplet
wafer-level: wafer-level, fan-out, panel-level, foplp | 웨이퍼레벨, 팬아웃, 패널레벨 | 扇出, 晶圆级, 面板级
test-house: osat, chip_testing, tester, testers | 오사트, osat, 테스터, 반도체_검사 | osat, 测试机, 测试厂, 探针
lithography: lithograph*, litho, scanner, scanners | 노광장비, 노광기, 노광, 리소그래피 | 光刻机, 光刻, 微影, 曝光机
euv: euv, extreme_ultraviolet, high-na | euv, 극자외선, 하이_na | euv, 极紫外, 极紫外光
duv: duv, deep_ultraviolet, immersion | duv, 심자외선, 불화아르곤, 액침 | duv, 深紫外, 浸没式, 浸润式
etching: etch, etching, etcher* | 식각 | 刻蚀, 蚀刻
deposition: deposition, ald, cvd, epitax* | 증착, 에피택시 | 沉积, 薄膜, 外延
ion-implant: ion_implant*, implanter* | 이온주입, 이온_주입 | 离子注入, 离子植入
cleaning: wafer_cleaning, cleaning_equipment, cleaning_tool* | 세정장비, 세정_장비, 세정액 | 清洗设备, 清洗机
polishing: cmp, polish*, slurr* | cmp, 슬러리, 연마 | cmp, 研磨, 抛光
metrology: metrology, wafer_inspection | 계측, 검사장비, 검사_장비 | 量测, 检测设备, 计量
wafer: wafer, wafers | 웨이퍼 | 晶圆片, 硅片, 矽晶圆, 硅晶圆, 晶圆
12-inch: 12-inch, 300mm, 300-millim* | 12인치, 300mm | 12英寸, 12吋, 300毫米
8-inch: 8-inch, 200mm | 8인치, 200mm | 8英寸, 8吋, 200毫米
photoresist: photoresist*, photo-resist | 포토레지스트, 감광액, 감광재 | 光刻胶, 光阻
photomask: photomask*, pellicle*, mask_blank* | 포토마스크, 블랭크마스크, 펠리클 | 光罩, 掩膜, 光掩模, 掩模
hydrogen-fluoride: hydrogen_fluoride, hydrofluoric | 불화수소, 에칭가스 | 氟化氢, 氢氟酸
polyimide: polyimide* | 폴리이미드 | 聚酰亚胺
special-gas: specialty_gas*, industrial_gas*, noble_gas*, rare_gas* | 특수가스, 산업가스, 희귀가스, 희귀_가스 | 特种气体, 工业气体, 电子特气, 稀有气体
krypton: krypton, xenon, argon | 크립톤, 제논, 아르곤 | 氪气, 氙气, 氩气
sulphuric: sulfur*, sulphur* | 황산, 유황 | 硫酸, 硫磺
fluorspar: fluorspar, fluorine, fluorite | 형석, 불소 | 萤石, 氟化工
silicon: silicon, polysilicon | 실리콘, 폴리실리콘, 규소 | 多晶硅, 硅料, 矽材料, 单晶硅
silicon-carbide: silicon_carbide, sic | 탄화규소, 실리콘카바이드, sic | 碳化硅, 碳化矽, sic
gallium-nitride: gallium_nitride, gan | 질화갈륨, gan반도체 | 氮化镓
compound-chip: compound_semiconductor*, third-generation_semiconductor* | 화합물반도체, 화합물_반도체, 3세대_반도체 | 化合物半导体, 第三代半导体, 第三类半导体
indium: indium | 인듐 | 铟
bismuth: bismuth, tellurium | 비스무트, 텔루륨 | 铋, 碲
molybdenum: molybdenum | 몰리브덴, 몰리브데넘 | 钼产品, 钼出口, 钼矿
magnesium: magnesium | 마그네슘 | 镁产品, 镁锭, 镁价
titanium: titanium | 티타늄, 타이타늄 | 钛合金, 钛材
tantalum: tantalum, niobium, beryllium | 탄탈럼, 탄탈, 니오븀 | 钽电容, 钽铌, 铌
yttrium: yttrium, scandium, holmium, erbium | 이트륨, 스칸듐, 홀뮴, 에르븀 | 钇, 钪, 钬, 铒
neodymium: neodymium, ndfeb | 네오디뮴 | 钕铁硼, 钕
diamond: diamond, superhard | 다이아몬드, 초경재료 | 金刚石, 钻石, 超硬材料
ceramic: ceramic*, mlcc, capacitor* | 세라믹, mlcc, 적층세라믹 | 陶瓷, mlcc, 电容
pcb: pcb, printed_circuit*, copper_clad | pcb, 인쇄회로 | pcb, 印刷电路, 电路板
memory-kind!: memory_chip*, memory, memories | 메모리반도체, 메모리_반도체, 메모리칩, 메모리 | 存储芯片, 记忆体, 存储器, 存储
memory-maker: memory_maker*, memory_chipmak* | 메모리업체, 메모리_업체, 메모리기업 | 存储厂商, 存储大厂, 记忆体厂, 存储巨头
non-memory: non-memory, logic_chip*, system_semiconductor*, system_lsi | 비메모리, 시스템반도체, 시스템_반도체, 시스템lsi, 로직칩 | 非存储, 逻辑芯片, 系统半导体, 系统芯片, 逻辑晶片
hbm4: hbm4 | hbm4 | hbm4
hbm3e: hbm3e | hbm3e | hbm3e
hbm3: hbm3 | hbm3 | hbm3
hbm2e: hbm2e, hbm2 | hbm2e, hbm2 | hbm2e, hbm2
12-high: 12-high, 12-layer, 12_layer*, 16-high, 16-layer | 12단, 16단 | 12层, 16层
lpddr: lpddr*, low-power_dram, mobile_dram | lpddr, lpddr5, lpddr5x, 저전력_d램, 모바일_d램 | lpddr, lpddr5, lpddr5x, 低功耗dram
gddr: gddr*, graphics_dram | gddr7, gddr6, gddr, 그래픽_d램 | gddr7, gddr6, gddr, 绘图记忆体
cxl: cxl, compute_express | cxl | cxl
pim: processing-in-memory, pim, in-memory | 프로세싱인메모리, pim, 지능형_메모리 | 存算一体, 存内计算, pim
ssd: ssd, ssds, solid-state_drive* | ssd, 솔리드스테이트 | ssd, 固态硬盘, 固态盘
hdd: hdd, hard_drive*, hard_disk* | hdd, 하드디스크, 하드_드라이브 | hdd, 机械硬盘
ufs: ufs, emmc | ufs, emmc | ufs, emmc
qlc: qlc, tlc, v-nand, v9, 3d_nand | qlc, tlc, v낸드, v_낸드, 3d낸드 | qlc, tlc, 3d_nand, 三维闪存
nor-flash: nor_flash, nor_chip* | 노어플래시, 노어_플래시 | nor_flash, nor闪存, 利基型
new-memory: mram, reram, next-generation_memory | mram, 차세대_메모리 | mram, 新型存储
hbf: hbf, high-bandwidth_flash | hbf, 고대역폭플래시, 고대역폭_플래시 | hbf, 高带宽闪存
memory-module: memory_module*, dimm, socamm | 메모리모듈, 메모리_모듈, 소캠, socamm | 内存条, 存储模组, socamm, 记忆体模组
graphics-card: graphics_card*, geforce, rtx | 그래픽카드, 지포스, rtx, 그래픽처리장치 | 显卡, 图形处理器, 绘图卡, rtx
cpu: cpu, cpus, processor*, microprocessor* | cpu, 중앙처리장치, 프로세서 | cpu, 处理器
npu: npu, npus, neural_processing | npu, 신경망처리장치 | npu, 神经网络处理器
tpu: tpu, tpus | tpu | tpu, 张量处理器
asic: asic, asics, custom_chip*, in-house_chip*, own_chip* | asic, 맞춤형_칩, 맞춤형_반도체, 자체_칩, 자체칩 | asic, 定制芯片, 自研芯片, 客制化晶片
ascend: ascend, kunpeng, atlas_950, cloudmatrix | 어센드, 쿤펑, 클라우드매트릭스 | 升腾, 鲲鹏
kirin: kirin | 기린칩, 기린_칩, 기린9000 | 麒麟
mate-60: mate_60*, mate_70*, pura_70* | 메이트60, 메이트_60, 메이트70, 퓨라70 | mate60, mate_60, mate70
exynos: exynos | 엑시노스 | 猎户座, exynos
snapdragon: snapdragon | 스냅드래곤 | 骁龙
dimensity: dimensity | 디멘시티 | 天玑
harmony: harmonyos, harmony_os | 훙멍, 하모니os | 鸿蒙
a100: a100 | a100 | a100
h100: h100 | h100 | h100
a800: a800, h800 | a800, h800 | a800, h800
hopper: hopper | 호퍼 | hopper
rubin: rubin, vera_rubin | 베라_루빈, 루빈_플랫폼, 루빈칩 | rubin, 鲁宾
rtx-pro: rtx_pro_6000*, rtx_pro, 6000d | rtx_프로, 6000d | rtx_pro, 6000d
gb200: gb200, gb300, nvl72 | gb200, gb300, nvl72 | gb200, gb300, nvl72
mi308: mi308*, mi300*, mi350* | mi308, mi300 | mi308, mi300
cuda: cuda | 쿠다_생태계, cuda | cuda
image-sensor: image_sensor*, cmos, camera_sensor* | 이미지센서, 이미지_센서, 시모스 | 图像传感器, 影像感测器, cis传感器, cmos
sensor: sensor, sensors, lidar | 센서, 라이다 | 传感器, 感测器, 激光雷达, 光达
camera: camera* | 카메라 | 摄像头, 相机, 镜头
power-chip: power_semiconductor*, power_chip*, igbt, mosfet | 전력반도체, 전력_반도체, 파워반도체 | 功率半导体, 功率器件, 功率芯片, igbt
power-management: pmic, power_management | pmic, 전력관리 | pmic, 电源管理
auto-chip: automotive_chip*, auto_chip*, car_chip*, automotive_semiconductor* | 차량용반도체, 차량용_반도체, 차량용, 차량반도체 | 车用芯片, 汽车芯片, 车规级, 车用晶片, 车载芯片
analog-chip: analog_chip*, analog, analogue | 아날로그_반도체, 아날로그반도체, 아날로그칩, 아날로그 | 模拟芯片, 类比晶片, 模拟半导体
display-driver: display_driver*, ddi | ddi, 디스플레이구동칩, 구동칩 | ddi, 驱动芯片, 驱动ic
mcu: mcu, mcus, microcontroller* | mcu, 마이크로컨트롤러 | mcu, 微控制器, 单片机
rf-chip: rf_chip*, radio_frequency, modem* | rf칩, 모뎀, 무선주파수 | 射频, 基带, 数据机
photonics: photonic*, optical_chip*, co-packaged | 광반도체, 포토닉스, 실리콘포토닉스, 광칩 | 光子芯片, 硅光, 矽光子, 光芯片, 共封装
optical: optical_module*, fiber_optic*, optical_fiber*, laser, lasers | 광모듈, 광섬유, 레이저 | 光模块, 光纤, 激光, 雷射
foundry: foundry, foundries | 파운드리 | 晶圆代工, 代工
fabless: fabless, chip_design*, design_house* | 팹리스, 반도체설계, 반도체_설계, 디자인하우스 | 无晶圆, 芯片设计, ic设计, 设计公司
idm: idm, chipmaking | 종합반도체, idm | idm, 芯片制造, 晶片制造
ip-core: chip_ip, ip_core*, intellectual_property | 설계자산, 지식재산, 지적재산 | ip核, 矽智财, 知识产权, 智慧财产
eda: eda, design_software, design_automation | eda, 설계자동화, 설계_소프트웨어 | eda, 设计软件, 设计自动化
synopsys: synopsys | 시높시스 | 新思科技
cadence: cadence | 케이던스 | 楷登, 益华电脑
siemens: siemens | 지멘스 | 西门子
open-source: open-source*, open_source* | 오픈소스 | 开源
risc-v: risc-v | 리스크_파이브, risc-v, 리스크파이브 | risc-v, 第五代精简
x86: x86, instruction_set | x86, 명령어세트 | x86, 指令集
circuit!: integrated_circuit*, circuit* | 집적회로, 회로 | 集成电路, 积体电路, 电路
algorithm: algorithm* | 알고리즘 | 算法, 演算法
ai-model: ai_model*, language_model*, llm, llms, foundation_model* | 거대언어모델, ai_모델, ai모델, 언어모델, 파운데이션_모델 | 大模型, 语言模型, ai模型, llm
generative: generative*, gen_ai, genai, chatbot* | 생성형, 챗봇 | 生成式, 聊天机器人
ai-agent: ai_agent*, agentic | 에이전트, ai에이전트 | 智能体, ai代理
training: ai_training, train_ai, inference | ai_학습, 추론, 학습용 | 训练模型, 推理, 推论
computing-power: computing_power, compute_power, compute | 컴퓨팅, 연산능력 | 算力, 运算, 计算能力
server: server, servers | 서버 | 服务器, 伺服器
data-hall: hyperscal*, colocation | 하이퍼스케일 | 超大规模, 云厂商
stargate: stargate | 스타게이트 | 星际之门
sovereign-ai: sovereign_ai, national_ai | 소버린_ai, 국가대표_ai | 主权ai, 主权人工智能
ai-bubble: ai_bubble, bubble | 거품, 버블 | 泡沫
agi: agi, superintelligence | 범용인공지능, agi, 초지능 | 通用人工智能, agi, 超级智能
physical-ai: physical_ai, embodied | 피지컬_ai, 피지컬ai, 체화지능 | 具身智能, 实体ai, 物理ai
on-device: on-device, edge_ai, ai_pc, ai_phone | 온디바이스, ai_pc, 엣지_ai | 端侧, 边缘计算, ai_pc, 边缘ai
supercomputer: supercomput*, exascale | 슈퍼컴퓨터, 슈퍼컴 | 超级计算机, 超算, 超级电脑
quantum: quantum, qubit* | 양자컴퓨터, 양자컴퓨팅, 양자기술, 양자컴, 큐비트 | 量子
5g: 5g | 5g | 5g
6g: 6g | 6g | 6g
telecom: telecom*, network_equipment, base_station* | 통신장비, 통신사, 이통사, 기지국 | 电信, 通信设备, 基站, 运营商
ericsson: ericsson | 에릭슨 | 爱立信
nokia: nokia | 노키아 | 诺基亚
zte: zte | zte, 중싱통신 | 中兴通讯, 中兴通信
undersea-cable: undersea_cable*, submarine_cable*, subsea | 해저케이블, 해저_케이블 | 海底电缆, 海缆, 海底光缆
satellite: satellite*, starlink | 위성통신, 인공위성, 위성, 스타링크 | 卫星, 星链
space: spacex, rocket*, spacecraft, lunar | 우주, 로켓, 누리호, 스페이스x | 航天, 火箭, 太空, 月球
aviation: aircraft, aerospace | 항공기, 항공우주 | 飞机, 航空航天
boeing: boeing | 보잉 | 波音
airbus: airbus | 에어버스 | 空客, 空中巴士
comac: comac, c919 | 코맥, c919 | 商飞, c919
drone: drone*, uav, uavs, dji | 드론, 무인기, dji | 无人机, 大疆
robot: robot*, humanoid* | 로봇, 휴머노이드 | 机器人, 人形机器人
unitree: unitree | 유니트리 | 宇树
autonomous: autonomous, self-driving, robotaxi*, driverless | 자율주행, 로보택시 | 自动驾驶, 无人驾驶, 无人车, 智能驾驶
connected-car: connected_car*, connected_vehicle* | 커넥티드카, 커넥티드_카, 커넥티드 | 网联汽车, 智能网联, 联网汽车
ev-parts: ev_motor*, inverter*, powertrain, wire_harness* | 인버터, 구동모터, 와이어링, 전동화 | 逆变器, 驱动电机, 线束, 动力总成
charging: charger, chargers, charging_station*, fast_charg* | 충전소, 급속충전, 충전기 | 充电桩, 快充, 充电
hybrid-car: hybrid_car*, plug-in, hybrids | 하이브리드차, 플러그인, 하이브리드카 | 混动, 插电, 油电
hydrogen: hydrogen, fuel_cell* | 수소차, 수소연료, 수소경제, 연료전지 | 氢能, 燃料电池, 氢燃料
nev: new_energy_vehicle*, nev, nevs | 신에너지차, 친환경차 | 新能源车, 新能源汽车
automaker!: automaker*, carmaker* | 완성차업체, 자동차업체, 완성차_업체 | 车企, 汽车制造商, 车厂
gm-ford: general_motors, gm | 제너럴모터스, gm | 通用汽车
ford: ford | 포드 | 福特
toyota: toyota | 도요타, 토요타 | 丰田
honda: honda | 혼다 | 本田
nissan: nissan | 닛산 | 日产汽车, 日产自动车
volkswagen: volkswagen, vw | 폭스바겐, 폴크스바겐 | 大众汽车, 福斯
bmw: bmw | bmw | bmw, 宝马
mercedes: mercedes*, benz | 벤츠 | 奔驰, 宾士
geely: geely | 지리차, 지리자동차 | 吉利汽车
nio: nio | 니오_전기차, 웨이라이 | 蔚来
xpeng: xpeng | 샤오펑 | 小鹏
li-auto: li_auto | 리오토 | 理想汽车
amoled: amoled, ltpo | 아몰레드, ltpo | amoled, ltpo
micro-led: micro_led, microled, mini_led, mini-led, leds | 마이크로led, 미니led, led, 마이크로_led | micro_led, 微型led, 发光二极管, mini_led
flexible: flexible_display*, rollable, stretchable | 롤러블, 플렉시블 | 柔性屏, 卷轴屏, 柔性
qd: quantum_dot*, qd-oled, qled | 퀀텀닷, qd올레드, qled | 量子点, qled
tv: tv, tvs, television* | tv, 텔레비전 | 电视
home-appliance: home_appliance*, appliance*, refrigerator*, washing_machine* | 가전제품, 생활가전, 가전업체, 가전시장, 냉장고, 세탁기 | 家电, 冰箱, 洗衣机
pc: pc, pcs, laptop*, notebook*, computer, computers | 노트북, 컴퓨터, pc | 笔记本, 电脑, 笔电, pc, 计算机
tablet: tablet*, ipad* | 태블릿, 아이패드 | 平板电脑, 平板
wearable: wearable*, smartwatch*, smart_glasses, headset* | 웨어러블, 스마트워치, 스마트글라스, 헤드셋 | 可穿戴, 智能手表, 智能眼镜, 头显
game-console: console*, playstation, nintendo, gaming | 게임기, 닌텐도, 플레이스테이션, 게임 | 游戏机, 任天堂, 游戏
lfp: lfp, lithium_iron, iron_phosphate | lfp, 리튬인산철 | lfp, 磷酸铁锂
ncm: ncm, nickel-based, high-nickel, ternary | ncm, 삼원계, 하이니켈 | ncm, 三元锂, 高镍, 三元电池
sodium-ion: sodium-ion, sodium_ion, sodium | 나트륨이온, 나트륨_배터리, 소듐 | 钠离子, 钠电
solid-state: solid-state_batter*, all-solid-state, solid-state | 전고체 | 固态电池, 全固态
cathode: cathode*, precursor* | 양극재, 양극활물질, 전구체 | 正极材料, 正极, 前驱体
anode: anode* | 음극재 | 负极
separator: separator, electrolyte* | 분리막, 전해질, 전해액 | 隔膜, 电解液, 电解质
copper-foil: copper_foil | 동박 | 铜箔基
ess: ess, energy_storage | ess, 에너지저장 | 储能
recycling: recycl* | 재활용, 폐배터리, 리사이클 | 回收利用, 再生利用, 废旧电池, 循环利用
lges: lg_energy*, lges | lg엔솔, lg에너지솔루션, 엔솔 | lg新能源, lges
sk-on: sk_on, sk_innovation | sk온, sk이노베이션 | sk_on, sk创新
samsung-sdi: samsung_sdi, sdi | 삼성sdi, sdi | 三星sdi, sdi
solar: solar, photovoltaic* | 태양광, 태양전지 | 光伏, 太阳能
transformer: power_transformer*, cable, cables | 변압기, 케이블 | 变压器, 电缆, 线缆
cooling: liquid_cool*, immersion_cool*, cooling_system* | 액침냉각, 수냉, 냉각시스템, 액체냉각 | 液冷, 散热, 冷却系统
research-institute: research_institut*, institute, lab, labs, laborator*, imec | 연구소, 연구원장, 연구센터, 연구기관 | 研究院, 研究所, 实验室, 研究机构, 研究中心
university: universit*, campus_hiring, kaist, tsinghua | 대학, 대학교, 카이스트, 칭화대 | 大学, 高校, 清华大学, 学院
science: science, scientist*, academic*, academy_of_sciences | 과학자, 과학원, 과학기술, 과학 | 科学, 科学家, 中科院, 院士
talent: talent*, brain_drain, thousand_talents, k_visa | 인재, 두뇌유출, 천인계획, 인재유출, 인력유출 | 人才, 千人计划, 人才流失
graduate: graduate*, curriculum, training_program*, workforce_development | 계약학과, 대학원, 인력양성, 인재양성 | 人才培养, 研究生, 培训, 毕业生
moonshot: national_project*, whole-nation, big_push, science_fund* | 국책과제, 국가과제, 거국체제, 신형거국 | 举国体制, 攻关, 国家项目, 科研项目
made-in-china: made_in_china* | 중국제조, 중국제조2025 | 中国制造2025, 中国制造
new-productive: new_quality, productive_forces | 신질_생산력, 신품질_생산력, 신질생산력 | 新质生产力
standard: standardi*, technical_standard*, international_standard*, jedec | 표준화, 국제표준, 기술표준, 표준, 제덱 | 标准化, 国际标准, 技术标准, 标准, jedec
patent: patent* | 특허 | 专利
benchmark: benchmark*, performance_test* | 벤치마크, 성능테스트 | 跑分, 基准测试, 性能测试
performance: performance, high-performance, bandwidth, faster | 고성능, 성능, 대역폭, 처리속도 | 性能, 高性能, 带宽, 频宽, 效能
efficiency: efficien*, low-power, power-saving | 저전력, 전력효율, 전성비, 효율 | 低功耗, 能效, 效率, 省电
innovation: innovat* | 혁신 | 创新
develop!: develop, develops, developed, developing, in-house | 자체_개발, 독자개발, 독자_개발, 개발 | 研制, 开发, 自研
succeed: succeeds_in, successfully, success, successful | 성공 | 成功, 攻克
fail: fail, fails, failed, failure*, setback* | 실패, 좌절, 차질, 난항 | 失败, 受阻, 挫折, 失利
commercialise: commerciali* | 상용화, 상업화, 사업화 | 商用, 商业化, 产业化, 落地
teardown: teardown*, reverse_engineer*, techinsights | 분해, 역설계, 테크인사이츠 | 拆解, 逆向工程
research-firm: market_research*, research_firm* | 시장조사업체, 시장조사기관 | 市调, 调研机构, 研调
trendforce: trendforce | 트렌드포스 | 集邦, trendforce
counterpoint: counterpoint | 카운터포인트 | counterpoint
gartner: gartner | 가트너 | 高德纳, 顾能
omdia: omdia | 옴디아 | omdia
idc: idc | idc | idc, 国际数据公司
tech-transfer: technology_transfer*, tech_transfer*, know-how | 기술이전, 기술_이전, 노하우 | 技术转让, 技术转移, 技术外溢
tech-leak-law: industrial_technology_protection, trade_secrets_act | 산업기술보호법, 산기법 | 产业技术保护法, 反不正当竞争
high-tech!: high-tech, hi-tech, deep_tech, frontier_technolog* | 하이테크, 첨단기술, 첨단산업, 첨단_기술, 첨단 | 高科技, 高新技术, 前沿技术, 高技术
digital: digital*, digit_econom* | 디지털 | 数字化, 数字经济, 数位, 数码
internet: internet, online, platform, platforms | 인터넷, 온라인, 플랫폼 | 互联网, 平台, 线上, 网路
big-tech: big_tech, tech_giant*, magnificent | 빅테크, m7 | 科技巨头, 科技股, 大型科技
blockchain: blockchain, web3, metaverse | 블록체인, 메타버스 | 区块链, 元宇宙
biotech: biotech*, gene, genome, vaccine* | 백신, 유전자, 바이오테크 | 疫苗, 基因, 生技
medical: medical*, hospital*, doctor, doctors | 의료, 병원, 의사들 | 医疗, 医院, 医生
""".strip()
