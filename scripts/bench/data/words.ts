/** A word in both languages. @internal */
export interface Word {
  en: string;
  zh: string;
}

/** A field of work that has systems, and what people call those. @internal */
export interface Field extends Word {
  id: string;
  aliases: string[];
}

/** A part of a name with its reading. @internal */
export interface NamePart {
  zh: string;
  pinyin: string;
}

const pairs = (list: string): [string, string][] =>
  list.split(',').map(entry => {
    const [zh, ...rest] = entry.trim().split(' ');
    return [zh, rest.join(' ')];
  });

const words = (list: string): Word[] =>
  pairs(list).map(([zh, en]) => ({ zh, en }));

const nameParts = (list: string): NamePart[] =>
  pairs(list).map(([zh, pinyin]) => ({ zh, pinyin }));

const field = (id: string, zh: string, en: string, aliases: string): Field => ({
  id,
  zh,
  en,
  aliases: aliases.split(','),
});

/** Where the plants stand. @internal */
export const SITES = words(
  '苏州 Suzhou,无锡 Wuxi,常州 Changzhou,南通 Nantong,宁波 Ningbo,杭州 Hangzhou,合肥 Hefei,芜湖 Wuhu,武汉 Wuhan,长沙 Changsha,成都 Chengdu,重庆 Chongqing,西安 Xian,郑州 Zhengzhou,青岛 Qingdao,烟台 Yantai,天津 Tianjin,大连 Dalian,厦门 Xiamen,东莞 Dongguan',
);

/** What systems are for. @internal */
export const FIELDS = [
  field('wms', '仓储', 'Warehouse', '扫码枪,scanner,入库'),
  field('mes', '制造执行', 'Manufacturing execution', '报工,work report,MES'),
  field('aps', '排产', 'Scheduling', '生产计划,planner,APS'),
  field('qms', '质量追溯', 'Quality tracing', '不合格品,nonconformity,QMS'),
  field('eam', '设备点检', 'Equipment inspection', '维修,repair,EAM'),
  field('plm', '图纸', 'Drawing', '变更,engineering change,PLM'),
  field('srm', '供应商', 'Supplier', '采购,purchase,SRM'),
  field('crm', '客户', 'Customer', '订单,order,CRM'),
  field('tms', '运输', 'Transport', '车辆,truck,TMS'),
  field('erp', '财务', 'Finance', '凭证,invoice,ERP'),
  field('hrm', '考勤', 'Attendance', '排班,roster,HR'),
  field('ems', '能源', 'Energy', '电表,meter,EMS'),
  field('ehs', '安全', 'Safety', '隐患,hazard,EHS'),
  field('lims', '化验', 'Laboratory', '检验报告,test report,LIMS'),
  field('scada', '采集', 'Data collection', '产线看板,dashboard,SCADA'),
  field('oa', '审批', 'Approval', '请假,leave,OA'),
  field('mold', '模具', 'Mould', '寿命,lifetime,DIE'),
  field('label', '标签', 'Label', '打印机,printer,条码'),
  field('tool', '刀具', 'Tooling', '借用,crib,TOOL'),
  field('pack', '包装', 'Packing', '装箱,carton,PACK'),
];

/** What a system does in its field. @internal */
export const TASKS = words(
  '管理 management,看板 board,分析 analysis,调度 dispatching,档案 records',
);

/** Parts that systems have. @internal */
export const MODULES = words(
  '基础数据 Master data,报表 Reports,接口 Interfaces,移动端 Mobile,权限 Access,预警 Alerts',
);

/** What departments do. @internal */
export const FUNCTIONS = words(
  '生产部 Production,计划部 Planning,质量部 Quality,设备部 Equipment,仓库 Warehouse office,采购部 Purchasing,工艺部 Process engineering,物流部 Logistics,财务部 Accounting,信息部 Information technology',
);

/** Family names with their reading. @internal */
export const SURNAMES = nameParts(
  '马 ma,陈 chen,刘 liu,王 wang,李 li,张 zhang,黄 huang,吴 wu,何 he,林 lin,唐 tang,周 zhou,徐 xu,孙 sun,胡 hu,朱 zhu,高 gao,郭 guo,罗 luo,梁 liang,宋 song,郑 zheng,谢 xie,韩 han,冯 feng,于 yu,董 dong,萧 xiao,程 cheng,袁 yuan',
);

/** Given names with their reading. @internal */
export const GIVEN_NAMES = nameParts(
  '俊 jun,志远 zhiyuan,洋 yang,婷 ting,迪 di,静 jing,磊 lei,晓岚 xiaolan,伟 wei,芳 fang,敏 min,强 qiang,丽 li,军 jun,杰 jie,娟 juan,涛 tao,明 ming,超 chao,秀英 xiuying,建国 jianguo,海燕 haiyan,文博 wenbo,雨桐 yutong,子轩 zixuan,思远 siyuan,佳怡 jiayi,浩然 haoran,梦洁 mengjie,国强 guoqiang,春梅 chunmei,立新 lixin,永康 yongkang,家豪 jiahao,雪 xue,龙 long,倩 qian,鹏 peng,琳 lin,斌 bin',
);
