/** The provinces by their short names: how people write them, what they are called in English, where their tile lies. */

interface Province {
  readonly name: string
  readonly english: string
  /** Column and row on the map of equal tiles. */
  readonly tile: readonly [number, number]
}

function province(name: string, english: string, column: number, row: number): Province {
  return { name, english, tile: [column, row] }
}

export const PROVINCES: readonly Province[] = [
  province('黑龙江', 'Heilongjiang', 8, 0),
  province('内蒙古', 'Inner Mongolia', 6, 1),
  province('吉林', 'Jilin', 8, 1),
  province('新疆', 'Xinjiang', 1, 2),
  province('宁夏', 'Ningxia', 4, 2),
  province('北京', 'Beijing', 6, 2),
  province('天津', 'Tianjin', 7, 2),
  province('辽宁', 'Liaoning', 8, 2),
  province('青海', 'Qinghai', 2, 3),
  province('甘肃', 'Gansu', 3, 3),
  province('陕西', 'Shaanxi', 4, 3),
  province('山西', 'Shanxi', 5, 3),
  province('河北', 'Hebei', 6, 3),
  province('山东', 'Shandong', 7, 3),
  province('西藏', 'Tibet', 1, 4),
  province('四川', 'Sichuan', 3, 4),
  province('重庆', 'Chongqing', 4, 4),
  province('河南', 'Henan', 5, 4),
  province('安徽', 'Anhui', 6, 4),
  province('江苏', 'Jiangsu', 7, 4),
  province('上海', 'Shanghai', 8, 4),
  province('云南', 'Yunnan', 3, 5),
  province('贵州', 'Guizhou', 4, 5),
  province('湖北', 'Hubei', 5, 5),
  province('江西', 'Jiangxi', 6, 5),
  province('浙江', 'Zhejiang', 7, 5),
  province('广西', 'Guangxi', 4, 6),
  province('湖南', 'Hunan', 5, 6),
  province('广东', 'Guangdong', 6, 6),
  province('福建', 'Fujian', 7, 6),
  province('台湾', 'Taiwan', 8, 6),
  province('海南', 'Hainan', 5, 7),
  province('澳门', 'Macao', 6, 7),
  province('香港', 'Hong Kong', 7, 7),
]

const FORMS = /(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/
const BY_NAME = new Map(PROVINCES.flatMap((each) => [[each.name, each] as const, [folded(each.english), each] as const]))

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[\s'-]|province$|municipality$/g, '')
}

/** The province a text names: 广西壮族自治区, 广西 and Guangxi are one. */
export function provinceNamed(text: string): Province | undefined {
  const plain = text.normalize('NFKC').trim()
  return BY_NAME.get(plain.replace(FORMS, '')) ?? BY_NAME.get(folded(plain))
}
