/**
 * The ways in which letters may be beginnings of syllables in turn: "zhangw" is zhang w, zhan g w, … Those of the fewest
 * syllables come first, and there is an end to them. The last may be cut short by whoever is still typing, the others by
 * whoever types no more of them ("zhw").
 */
export function partings(letters: string, { syllables = 6, ways = 24 } = {}): string[][] {
  if (!/^[a-z]{1,60}$/.test(letters)) return [];
  const found: string[][] = [];
  for (let most = 1; most <= syllables && found.length < ways; most++) part(letters, [], most);
  return found.slice(0, ways);

  /** Exactly `left` more syllables out of `rest`. */
  function part(rest: string, said: string[], left: number): void {
    if (found.length >= ways) return;
    if (left === 1) {
      if (beginnings.has(rest)) found.push([...said, rest]);
      return;
    }
    for (let size = Math.min(longest, rest.length - left + 1); size >= 1; size--)
      if (beginnings.has(rest.slice(0, size)))
        part(rest.slice(size), [...said, rest.slice(0, size)], left - 1);
  }
}

/** "zhuang" */
const longest = 6;
// All syllables of the language, with ü written v.
const known =
  "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen " +
  "ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci " +
  "cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du " +
  "duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong " +
  "gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hng hong hou hu hua huai huan " +
  "huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei " +
  "ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao " +
  "lie lin ling liu lo long lou lu luan lun luo lv lve m ma mai man mang mao me mei men meng mi mian miao mie " +
  "min ming miu mo mou mu n na nai nan nang nao ne nei nen neng ng ni nian niang niao nie nin ning niu nong nou " +
  "nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian " +
  "qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run " +
  "ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai " +
  "shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie " +
  "ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing " +
  "xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze " +
  "zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui " +
  "zhun zhuo zi zong zou zu zuan zui zun zuo";
const beginnings = new Set(
  known.split(" ").flatMap((syllable) => Array.from(syllable, (_, index) => syllable.slice(0, index + 1))),
);
