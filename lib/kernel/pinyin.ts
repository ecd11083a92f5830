import { pinyin } from "pinyin-pro";
import { cleanText } from "./text";

export type Reading = {
  /** "zhang jianguo": surname, space, given name; ü is written v, as it is typed. */
  pinyin: string;
  /** "zjg" */
  initials: string;
};

/**
 * How a name is read, for search by pinyin and initials. A proposal: people can correct their own. The surname is looked
 * up first and the given name read as words, for the library's own surname mode misreads the given name (王重庆 as
 * "zhong qing"). A character without a known reading stands for itself, so that it is still found by what is typed.
 */
export function readingOf(name: string): Reading {
  const words = wordsOf(cleanText(name)).filter((word) => word.length > 0);
  return {
    pinyin: words.map((word) => word.join("")).join(" "),
    initials: words.flat().map(initialOf).join(""),
  };
}

/** Foreign names, and those of peoples who part names by a dot, have no surname in front: each part is one word. */
function wordsOf(name: string): string[][] {
  const parts = name.split(middleDot);
  if (parts.length > 1 || !isHan(name)) return parts.flatMap((part) => part.split(" ")).map(readGiven);
  const characters = [...name.replaceAll(" ", "")];
  const compound = characters.length > 2 && compoundSurnames.get(characters.slice(0, 2).join(""));
  if (compound) return [compound, readGiven(characters.slice(2).join(""))];
  return [[readSurname(characters[0]!)], readGiven(characters.slice(1).join(""))];
}

function readSurname(character: string): string {
  return surnames.get(character) ?? clean(pinyin(character, { surname: "head", ...options })) ?? character;
}

/** One syllable a Chinese character; runs of other letters and digits stay words. */
function readGiven(text: string): string[] {
  const read = pinyin(text, { type: "all", ...options });
  const syllables: string[] = [];
  let run = "";
  for (const { origin, pinyin: syllable } of read) {
    if (!isHan(origin)) {
      run += origin.toLowerCase();
      continue;
    }
    if (run) syllables.push(run);
    run = "";
    syllables.push(characterReadings.get(origin) ?? clean(syllable) ?? origin);
  }
  return run ? [...syllables, run] : syllables;
}

const options = { toneType: "none", v: true } as const;
const middleDot = /[.·•‧・･∙⋅]/u;

function isHan(character: string | undefined): boolean {
  return character !== undefined && /^\p{Script=Han}/u.test(character);
}

function clean(syllable: string): string | undefined {
  return /^[a-z]+$/.test(syllable) ? syllable : undefined;
}

function initialOf(syllable: string): string {
  return String.fromCodePoint(syllable.codePointAt(0)!);
}

/**
 * Surnames that the library misreads, by 现代汉语词典 (7th edition) and 通用规范汉字字典; traditional forms too, for people of
 * Hong Kong, Macau and Taiwan.
 */
const surnames = new Map(
  Object.entries({
    种: "chong",
    佴: "nai",
    洗: "xian",
    祭: "zhai",
    秘: "bi",
    角: "jue",
    隽: "juan",
    炅: "gui",
    贠: "yun",
    員: "yun",
    么: "yao",
    还: "huan",
    藏: "zang",
    單: "shan",
    區: "ou",
    蓋: "ge",
    繆: "miao",
    樂: "yue",
    咼: "guo",
    𠮷: "ji",
  }),
);

/** Characters of names that the library does not know. */
const characterReadings = new Map(Object.entries({ 𠮷: "ji" }));

/** Compound surnames in use. 单于 is left out: a 单 (shan) whose given name begins with 于 is the likelier person. */
const compoundSurnames = new Map(
  (
    "欧阳 ou yang,歐陽 ou yang,上官 shang guan,司马 si ma,司馬 si ma,诸葛 zhu ge,諸葛 zhu ge,东方 dong fang,東方 dong fang," +
    "皇甫 huang fu,尉迟 yu chi,尉遲 yu chi,公孙 gong sun,公孫 gong sun,慕容 mu rong,令狐 ling hu,长孙 zhang sun,長孫 zhang sun," +
    "宇文 yu wen,司徒 si tu,司空 si kong,司寇 si kou,夏侯 xia hou,轩辕 xuan yuan,軒轅 xuan yuan,钟离 zhong li,鍾離 zhong li," +
    "闻人 wen ren,聞人 wen ren,端木 duan mu,南宫 nan gong,南宮 nan gong,独孤 du gu,獨孤 du gu,澹台 tan tai,澹臺 tan tai," +
    "濮阳 pu yang,濮陽 pu yang,淳于 chun yu,太史 tai shi,申屠 shen tu,呼延 hu yan,赫连 he lian,赫連 he lian," +
    "完颜 wan yan,鲜于 xian yu,鮮于 xian yu,闾丘 lv qiu,閭丘 lv qiu,万俟 mo qi,萬俟 mo qi,拓跋 tuo ba,西门 xi men,西門 xi men," +
    "东郭 dong guo,南门 nan men,公冶 gong ye,公羊 gong yang,公西 gong xi,宗政 zong zheng,漆雕 qi diao,乐正 yue zheng," +
    "宰父 zai fu,谷梁 gu liang,百里 bai li,羊舌 yang she,微生 wei sheng,梁丘 liang qiu,左丘 zuo qiu,亓官 qi guan,巫马 wu ma," +
    "颛孙 zhuan sun,子车 zi ju,第五 di wu,纳兰 na lan,爱新 ai xin,叶赫 ye he,那拉 na la,尔朱 er zhu,耶律 ye lv"
  )
    .split(",")
    .map((entry) => entry.split(" "))
    .map(([name, ...syllables]) => [name!, syllables] as const),
);
