import { falling, type Random, weighted } from "./chance";

/** Surnames from the most to the least frequent, then some that are read otherwise than they look, and compound ones. */
const surnames = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝",
  "欧阳",
  "上官",
  "司马",
  "诸葛",
  "尉迟",
  "皇甫",
];
const men = [
  ..."伟强磊军勇杰涛超明刚平辉鹏建国志海波文博学东振华栋立新永胜德家骏宏亮晓子轩玉峰春林斌浩宇飞凯俊毅鑫龙江成康光天达安岩中茂进有坚和彪诚先敬震壮会思群豪心邦承乐绍功松善厚庆民友裕河哲亨顺泉健世广义兴良贵福生元全祥才发信荣维启克伦翔旭泽晨辰士以行时泰盛雄琛钧冠策腾楠榕风航弘正青云仁贤",
];
const women = [
  ..."芳娜敏静丽艳霞秀英桂兰丹雪梅燕红娟玲佳慧欣怡婷洁莉萍琳颖倩璐瑶琪雅蓉薇妍茜秋珊莎锦黛菁媛苑馨瑞凡嘉琼勤珍贞爱妹琴菊凤翠素云莲真环荣馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思羽希宁岚苑婕咏卿聪澜纯毓悦昭冰爽琬茗蕾育滢晴婉娇淑惠珠莹",
];
/** Names that many bear. */
const common =
  "张伟 王伟 王芳 李伟 李娜 张敏 李静 王静 刘伟 王秀英 张丽 李秀英 王丽 张静 李敏 王强 张磊 李军 王军 刘洋".split(
    " ",
  );
const rare = [
  "陈㛃",
  "刘䶮",
  "王𬭎",
  "李𠮷",
  "买买提·艾力",
  "阿卜杜拉·吐尔逊",
  "扎西·多吉",
  "张玥彤",
  "孙喆",
];

const surname = weighted(
  surnames.map((_, i) => (i < 5 ? 6.5 - i * 0.6 : i < 60 ? 3.2 / (1 + (i - 5) * 0.09) : 0.25)),
);
const man = weighted(falling(men.length, 0.25));
const woman = weighted(falling(women.length, 0.25));

/**
 * A name as people bear it. Whole names of two characters are few, for they are soon somebody else's too: about one and a half in a hundred
 * share their exact name with somebody of their company (domain, chapter 8).
 */
export function makeName(random: Random, female: boolean): string {
  const kind = random.below(10_000);
  if (kind < 40) return random.pick(common);
  if (kind < 45) return random.pick(rare);
  const first = surnames[surname(random)]!;
  const given = () => (female ? women[woman(random)]! : men[man(random)]!);
  return kind < 120 ? first + given() : first + given() + given();
}
