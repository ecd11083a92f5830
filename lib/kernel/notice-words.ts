/** What the words of a notice look like: a name, a unit, a post, a prize, the number before a line. Guesses, for a person to look at. */

const surnames = new Set(
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖闫付苑代覃兰仝种冼原修谌楚洛由肇初矫宫迟战隋衣逯綦丛辇孛官战刑曺",
);
const compound =
  /^(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|东方|南宫|司徒|司空|西门|申屠|呼延|闻人|赫连|拓跋)/u;
const unitEnd =
  /(?:公司|集团|总厂|厂|矿|局|院|校|大学|学院|医院|总部|分部|项目部|部|处|科|室|所|站|段|队|车间|工区|班|班组|组|中心|工会|委员会|党委|支部|协会|学会|银行|支行|分行|电站|电厂|基地|社|馆|街道|办事处|政府|机关|企业)(?:[（(][^（）()]*[)）])?$/u;
const postEnd =
  /(?:工|员|师|手|匠|长|主任|经理|书记|主席|主管|总监|部长|处长|科长|助理|干事|干部|司机|顾问|教授|研究员|代表|总裁|董事|监理|技能专家|专家|首席|带头人|负责人)$/u;
/** Longer ones first: 一等奖 is not 等奖. */
const prize =
  /(?:特等奖|[一二三四]等奖|优秀奖|鼓励奖|提名奖|入围奖|优胜奖|[金银铜][奖牌]|第[一二三四五六七八九十]名)/u;

export const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** Whether a word may be somebody's name, by its surname and length. */
export function isPersonName(word: string): boolean {
  if (/^[\p{Script=Han}]{1,10}(?:·[\p{Script=Han}]{1,10}){1,4}$/u.test(word)) return true;
  if (!isHan(word)) return false;
  const letters = [...word];
  if (letters.length < 2 || letters.length > 4 || isUnit(word) || prize.test(word)) return false;
  if (compound.test(word)) return true;
  if (!surnames.has(letters[0]!)) return false;
  return letters.length === 4
    ? surnames.has(letters[1]!) && !isPost(word)
    : !isPost(word) || givenAnyway(letters);
}

/** 高工 and 车工 are posts; 张大师 and 王家长 may be names, but seldom are. */
function givenAnyway(letters: string[]): boolean {
  return letters.length === 3 && /[师长工匠]/u.test(letters[2]!) && !/[技大班组厨工程]/u.test(letters[1]!);
}

export function isUnit(word: string): boolean {
  return [...word].length >= 3 && unitEnd.test(word) && !/^\d/.test(word);
}

export function isPost(word: string): boolean {
  return [...word].length >= 2 && [...word].length <= 16 && postEnd.test(word);
}

/** 某某公司焊工 is a unit and a post that stand together. */
export function partUnitAndPost(word: string): { unit: string; post: string } | null {
  const match = /^(.{1,40}?(?:公司|集团|项目部|分公司|车间|中心|厂|局|院))(\p{Script=Han}{2,12})$/u.exec(
    word,
  );
  if (!match || isUnit(word) || !isPost(match[2]!) || isUnit(match[2]!)) return null;
  return { unit: match[1]!, post: match[2]! };
}

export function prizeIn(text: string): string | null {
  return prize.exec(text)?.[0] ?? null;
}

/** 一等奖, 荣获一等奖, 一等奖获得者: nothing but the prize. */
export function isBarePrize(text: string): boolean {
  const found = prizeIn(text);
  if (!found) return false;
  return (
    text.replace(found, "").replace(/^(?:荣获|获得?|授予)|(?:获得者|获奖者|名单|的?有|项目)$/gu, "") === ""
  );
}

export type Marker = { kind: "part" | "subpart" | "item"; rest: string };

/** 一、 begins a part, （一） one within it, 1. ① （1） an item. */
export function readMarker(line: string): Marker | null {
  const part = /^\s*第?[一二三四五六七八九十百]{1,4}\s*(?:[、.．,，:：]|部分[：:]?)\s*/u.exec(line);
  if (part) return { kind: "part", rest: line.slice(part[0].length) };
  const subpart = /^\s*[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]\s*[、.．]?\s*/u.exec(line);
  if (subpart) return { kind: "subpart", rest: line.slice(subpart[0].length) };
  const item =
    /^\s*(?:[（(]\s*[\d０-９]{1,3}\s*[)）]|[\d０-９]{1,3}\s*(?:[.．、,，)）](?![\d０-９])|(?=\s))|[\u2460-\u2473]|[•●■◆★※–—-])[\s、.．]*/u.exec(
      line,
    );
  return item ? { kind: "item", rest: line.slice(item[0].length) } : null;
}

/** 青岛大工匠（1名）贾建华: the words before the count, the count, and what follows. */
export function readCount(text: string): { head: string; stated: number; of: string; tail: string } | null {
  const match =
    /^(.{1,80}?)\s*[（(]\s*(?:共计?)?\s*([\d０-９]{1,4}|[一二三四五六七八九十百]{1,4})\s*(名|人|位|项|个|家|件|篇|组|对|支|户|幅)[^（）()]{0,8}[)）]\s*[:：]?(.*)$/su.exec(
      text,
    );
  if (!match) return null;
  return { head: match[1]!.trim(), stated: numberOf(match[2]!), of: match[3]!, tail: match[4]! };
}

export function numberOf(text: string): number {
  const plain = text.normalize("NFKC");
  if (/^\d+$/.test(plain)) return Number(plain);
  let [total, digit] = [0, 0];
  for (const one of plain) {
    if (one === "百" || one === "十") {
      total += (digit || 1) * (one === "百" ? 100 : 10);
      digit = 0;
    } else digit = "零一二三四五六七八九".indexOf(one);
  }
  return total + digit;
}

/** Whether honors under this heading are for people; null where its words do not tell. */
export function isForPeople(heading: string, of: string | null): boolean | null {
  if (
    /班组|集体|工作室|企业|单位|成果|项目|团队|组织|工法|小组|先锋号|奖状|课题|方案|建议|论文|专利|科技进步/u.test(
      heading,
    )
  )
    return false;
  if (of === "项" || of === "家" || of === "件" || of === "篇") return false;
  if (
    /工匠|个人|标兵|模范|能手|工作者|奖章|红旗手|职工|员工|同志|师傅|党员|技师|人员|生产者|选手|师徒/u.test(
      heading,
    )
  )
    return true;
  return of === "名" || of === "人" || of === "位" ? true : null;
}
