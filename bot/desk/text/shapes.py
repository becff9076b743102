"""Which characters are letters, digits, CJK, apostrophes, dots and dashes to us."""

from bot.desk.text.ranges import MARKS, NUMERALS

# Insides of a character class: Han, Hangul, kana with their iteration marks, ー 々 〇. Bopomofo is not among them.
CJK = (
    "\u1100-\u11ff\u2e80-\u2eff\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
    "\uf900-\ufaff\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)

# Patterns: one letter of a script that forms words, and the same with the marks that belong to it.
LETTER = rf"[^\W\d_{CJK}{NUMERALS}]"
LETTER_OR_MARK = rf"(?:{LETTER}|[{MARKS}])"
LETTERS = rf"{LETTER}{LETTER_OR_MARK}*"
DIGITS = r"\d+"

# Shapes of one sign, its plain form first. Two apostrophes are letters to Unicode, and so are the middle dots that
# Korean typists use: normalising would compose those away.
APOSTROPHES = "'’‘‛ʼʹʻ′´`ꞌꞋ＇"
MIDDLE_DOTS = "·•‧∙⋅・･ㆍᆞ·⸱⸳ꞏ᛫⦁𐄁"
DASHES = "-֊־᐀᠆‐‑‒–—―⁃−⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－𐺭"
