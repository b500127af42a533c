/**
 * Traditional, variant and old forms that stand in names, each before its standard form. Source: our own
 * choice from 《通用规范汉字表》(2013), annex 1, and the forms old rolls bring (髙 呉 囯 恵 眞 靑).
 */
const VARIANTS = `
  張张 劉刘 陳陈 楊杨 趙赵 黃黄 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 馮冯 許许 鄧邓 蕭萧 蔣蒋 葉叶 閻阎 鍾钟 鐘钟 盧卢 蘇苏 呂吕 賈贾 魯鲁 韋韦 龍龙 萬万
  錢钱 湯汤 賀贺 龔龚 顧顾 龐庞 歐欧 陽阳 陸陆 衛卫 衞卫 鄒邹 喬乔 聶聂 齊齐 莊庄 關关 竇窦 婁娄 習习 厲厉 鄔邬 嚴严 溫温 紀纪 畢毕 項项 藍蓝 閔闵 強强
  彊强 應应 單单 區区 東东 車车 傑杰 偉伟 國国 囯国 華华 麗丽 蘭兰 鳳凤 瓊琼 瑩莹 榮荣 豐丰 慶庆 興兴 學学 斈学 寶宝 寳宝 貝贝 書书 畫画 夢梦 靜静 瀟潇
  灑洒 潔洁 淨净 純纯 紅红 綠绿 緣缘 緒绪 維维 綺绮 縵缦 績绩 繼继 續续 經经 綸纶 紹绍 絡络 練练 詩诗 詠咏 詞词 語语 諾诺 謙谦 謹谨 誠诚 論论 證证 讚赞
  贊赞 賢贤 貴贵 賽赛 贏赢 質质 賦赋 寧宁 寜宁 憲宪 寫写 銘铭 鋒锋 銳锐 鋼钢 鈞钧 鈺钰 鎮镇 錦锦 鑑鉴 鑒鉴 鏡镜 鐸铎 鑄铸 鈴铃 鉅钜 鋭锐 銀银 鍵键 釗钊
  鑠铄 鏵铧 鈁钫 鎧铠 風风 飛飞 馳驰 駿骏 驍骁 騰腾 驊骅 騏骐 驥骥 鵬鹏 鶴鹤 鴻鸿 鷹鹰 鳴鸣 鶯莺 鸞鸾 鵑鹃 鷗鸥 麥麦 龜龟 齡龄 飄飘 曉晓 暉晖 曄晔 時时
  晉晋 晝昼 曠旷 曆历 陰阴 雲云 電电 靈灵 霽霁 霧雾 韻韵 響响 頤颐 穎颖 頎颀 顥颢 顏颜 煒炜 燁烨 煥焕 燦灿 煙烟 熒荧 爍烁 爾尔 爲为 為为 犧牺 獻献 獨独
  瑋玮 瑤瑶 璉琏 環环 瑪玛 瓏珑 瓔璎 琺珐 璽玺 瑣琐 軒轩 軍军 輝辉 輔辅 輕轻 輪轮 轍辙 轅辕 達达 遠远 邁迈 進进 逹达 遙遥 遜逊 選选 連连 遷迁 邊边 還还
  邇迩 鄰邻 鄉乡 澤泽 濤涛 瀾澜 漢汉 滿满 濱滨 湧涌 潤润 濟济 瀅滢 灝灏 渙涣 淵渊 溈沩 漣涟 沖冲 況况 減减 湊凑 淩凌 決决 濛蒙 嵐岚 岡冈 嶽岳 嶺岭 巖岩
  島岛 峯峰 崑昆 嶸嵘 峽峡 巒峦 歲岁 歷历 帥帅 師师 幀帧 廣广 廬庐 開开 閑闲 閒闲 聞闻 婭娅 嬋婵 嬌娇 嫻娴 嫺娴 媧娲 婦妇 孃娘 媽妈 嬡嫒 姍姗 妳你 娛娱
  嬙嫱 嫋袅 孌娈 姪侄 姸妍 妝妆 倫伦 儀仪 億亿 優优 儉俭 俠侠 棟栋 樹树 橋桥 樂乐 樺桦 機机 極极 楓枫 榿桤 欒栾 樸朴 權权 條条 楨桢 禎祯 禮礼 禪禅 禕祎
  祿禄 種种 稱称 穌稣 穀谷 積积 愛爱 憶忆 懷怀 憐怜 愷恺 恆恒 悅悦 慮虑 戀恋 恵惠 悳德 徳德 彥彦 彙汇 從从 徑径 復复 後后 術术 衝冲 裡里 裏里 聖圣 聰聪
  聯联 聲声 職职 肅肃 臨临 艷艳 豔艳 藝艺 蓮莲 薦荐 藹蔼 蘆芦 蕓芸 蘊蕴 莖茎 蔘参 參参 叄叁 荳豆 蘋苹 萊莱 戶户 戸户 內内 兩两 亞亚 來来 倉仓 傳传 備备
  僑侨 價价 兌兑 凱凯 剛刚 創创 劍剑 劎剑 則则 勁劲 勳勋 勛勋 勝胜 務务 勵励 動动 協协 卻却 廈厦 厰厂 廠厂 雙双 啓启 啟启 員员 問问 喚唤 圓圆 園园 團团
  堅坚 堯尧 場场 塵尘 壯壮 壽寿 夀寿 奧奥 奬奖 獎奖 宮宫 實实 寬宽 審审 將将 專专 尋寻 對对 導导 屬属 層层 幾几 幹干 庫库 彌弥 彎弯 當当 徠徕 峴岘 撫抚
  揚扬 擇择 擁拥 據据 攝摄 敘叙 敍叙 數数 敎教 斂敛 斕斓 旣既 暘旸 會会 朢望 榖谷 樑梁 櫻樱 歡欢 氣气 氷冰 溼湿 濕湿 無无 營营 牀床 狀状 獅狮 產产 産产
  畝亩 異异 發发 皐皋 皚皑 盃杯 盡尽 監监 眞真 睏困 矯矫 硯砚 碩硕 確确 竝并 並并 幷并 併并 競竞 筆笔 節节 範范 築筑 簡简 箏筝 籌筹 粧妆 糧粮 絲丝 緯纬
  網网 羣群 羨羡 義义 翺翱 翶翱 聽听 與与 舉举 舊旧 艦舰 蟬蝉 虛虚 號号 處处 衆众 眾众 補补 視视 親亲 覺觉 覽览 觀观 記记 託托 訓训 訪访 設设 評评 試试
  該该 詳详 認认 誌志 誼谊 談谈 請请 調调 諭谕 諮咨 譚谭 議议 護护 讀读 變变 豬猪 貞贞 財财 貫贯 費费 資资 賓宾 賜赐 賴赖 頼赖 購购 趕赶 跡迹 蹤踪 轉转
  軟软 載载 輿舆 農农 迴回 遊游 運运 過过 遺遗 郞郎 郷乡 醫医 釋释 針针 鋪铺 長长 門门 閃闪 閣阁 闊阔 闖闯 隊队 階阶 際际 隨随 險险 隱隐 隸隶 雋隽 雞鸡
  離离 難难 靑青 淸清 靚靓 鞏巩 頁页 頂顶 順顺 預预 領领 頻频 題题 願愿 類类 顯显 飯饭 養养 餘余 駕驾 駱骆 驗验 驛驿 驪骊 髙高 鬆松 魚鱼 鯉鲤 鯤鲲 鱗鳞
  鳥鸟 鴿鸽 鵝鹅 鹹咸 麯曲 麵面 黨党 齋斋 黙默 黒黑 緑绿 絵绘 沢泽 涙泪 渋涩 満满 瀬濑 焔焰 燿耀 琹琴 瑠琉 畧略 疎疏 硏研 秊年 穐秋 稺稚 穉稚 竒奇 竪竖
  筍笋 篠筱 籐藤 紬绸 綉绣 繡绣 翆翠 脈脉 膽胆 臯皋 臺台 芲花 蘂蕊 蕋蕊 虗虚 蝨虱 詧察 諠喧 賸剩 迆迤 逈迥 鄕乡 醻酬 鉢钵 銹锈 鎔镕 閧哄 隣邻 韮韭 飜翻
  館馆 駡骂 髮发 鬦斗 鼈鳖 鼔鼓 龝秋 𠮷吉 亙亘 仭仞 倖幸 侷局 俻备 兎兔 冊册 冨富 凢凡 刧劫 別别 劔剑 勻匀 卽即 呉吴 呪咒 咲笑 喦岩 嵒岩 巗岩 嶋岛 坵丘
  埜野 壻婿 夘卯 夲本 奌点 姉姊 娯娱 孼孽 寕宁 尓尔 屛屏 岀出 峩峨 嶌岛 帋纸 廕荫 廻回 徃往 恊协 恠怪 慙惭 憇憩 戞戛 拕拖 搨拓 撡操 攷考 旾春 晩晚 暎映
  暠皓 暱昵 朞期 杴锨 枏楠 柟楠 栢柏 桒桑 榘矩 樝楂 橤蕊 櫂棹 歴历 毘毗 浄净 凈净 湼涅 滙汇 潄漱 潛潜 濬浚 災灾 炤照 烱炯 煇辉 燄焰 牋笺 牎窗 犂犁 猨猿
  玅妙 珎珍 瑯琅 璿璇 瓈璃 畊耕 皁皂 皜皓 皡皞 眎视 睂眉 瞇眯 碁棋 碪砧 禩祀 秔粳 窻窗 籨奁 絃弦 緜绵 線线 缾瓶 羴膻 胷胸 艸草 荅答 菓果 菴庵 葊庵 蔴麻
  藳稿 蠭蜂 衇脉 覩睹 觔斤 諐愆 譔撰 貓猫 趂趁 跴踩 躭耽 逩奔 遯遁 遶绕 鑛矿 鑪炉 鏽锈 鍊炼 錬炼 陻堙 韆千 晧皓
`

/**
 * Taken for a variant of the second, and a standard character of its own in names: restored by
 * 《通用规范汉字表》, or a surname that was once merged (阎闫, 萧肖). They do not stand for one another.
 */
const OF_THEIR_OWN = `
  仝同 氾泛 邨村 昇升 陞升 飏扬 迺乃 耑专 钜巨 桠丫 脩修 祐佑 祕秘 徵征 甦苏 甯宁 絜洁 淼渺 喆哲 堃坤 犇奔 於于 邱丘 澂澄 椀碗 谿溪 楙茂 憙喜
  镕熔 龢和 菉绿 麹曲 釐厘 晔烨 晖辉 皙晰 澹淡 薰熏 锺钟 乾干 藁稿 劄札 夥伙 迳径 槃盘 畬畲 阎闫 萧肖 傅付 戴代 蓝兰
`

const pairsIn = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split(/\s+/)
    .map((pair) => [...pair] as unknown as readonly [string, string])

const STANDARD: ReadonlyMap<string, string> = new Map(pairsIn(VARIANTS))
const OWN: ReadonlySet<string> = new Set(
  pairsIn(OF_THEIR_OWN).flatMap(([one, other]) => [one + other, other + one]),
)

/** Which of two forms is the standard one; `both`: two characters today, not one in two forms. */
export type WhichStandard = 'left' | 'right' | 'both' | 'neither'

/** The standard form of a traditional or variant character; null: it is none that we know. */
export function standardOf(character: string): string | null {
  return STANDARD.get(character) ?? null
}

/** null: not two forms of one character, nor taken for such */
export function variantsOfEachOther(left: string, right: string): WhichStandard | null {
  if (left === right) return null
  if (OWN.has(left + right)) return 'both'
  const [ofLeft, ofRight] = [standardOf(left), standardOf(right)]
  if (ofLeft === right) return 'right'
  if (ofRight === left) return 'left'
  return ofLeft !== null && ofLeft === ofRight ? 'neither' : null
}
