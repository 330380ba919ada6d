"""What is set aside where a quotation is compared with a text: characters, as tables."""

# What encloses words that are quoted, or stands for it; an apostrophe within a word is none.
QUOTATION_MARKS = '"`\xab\xbb\xb4\u201c\u201d\u201e\u201f\u2033\u2036\u2039\u203a\u275d\u275e\u2e42\u300a-\u300f\u301d-\u301f\ufe41-\ufe44\uff02\uff62\uff63\u05f4'
APOSTROPHES = "'\u02b9\u02bb\u02bc\u05f3\u2018-\u201b\u2032\u2035\u275b\u275c\ua78c\uff07"

# Dashes, hyphens and minus signs. The maqaf joins words in Hebrew as a hyphen does.
DASHES = "\\-\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"

# No width: soft hyphens, zero width spaces and joiners, marks of direction, selectors of variants. And what helps to read and is
# written or left out as one likes: the lengthening of Arabic, its vowel marks, and the points of Hebrew.
UNSEEN = "\xad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"

# What `\s` matches; in a class of characters the expressions are faster with these.
SPACES = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

# Before these no space counts: French has one there, others have none.
CLOSING = ",.;:!?%)\\]\u2026\u060c\u061b\u061f\u06d4\u0964\u3001\u3002\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"

# One letter or mark under two code points, as keyboards have it.
SAME = {
    "\u3002": ".",  # ideographic full stop
    "\uff61": ".",
    "\u06d4": ".",  # Arabic (Urdu) full stop
    "\u0964": ".",  # danda: Hindi papers write either
    "\u3001": ",",  # ideographic comma
    "\uff64": ",",
    "\u060c": ",",  # Arabic comma
    "\u061b": ";",
    "\u061f": "?",
    "\u0643": "\u06a9",  # kaf: Arabic and Persian
    "\u064a": "\u06cc",  # yeh: Arabic and Persian
    "\u0131": "i",  # the dotless i of Turkish, whose capital is the I of others
    "\u0307": "",  # what is left of the dotted capital
    "\u03c2": "\u03c3",  # final sigma
}

# Characters that NFKC may change, or join to the one before.
MARKS = (
    "\u0300-\u036f\u0653-\u0655\u06e7\u06e8\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf"
    "\u0ddf\u0f39\u0f71-\u0f84\u102e\u1161-\u11ff\u1ab0-\u1aff\u1b35\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f\U000110ba\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930\uff9e\uff9f"
)
FORMS = (
    "\xa0\xa8\xaa\xaf\xb2-\xb5\xb8-\xba\xbc-\xbe\xdf\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f0-\u01f3\u02b0-\u02b8\u02d8-\u02dd\u02e0-\u02e4\u0340\u0341\u0343"
    "\u0344\u0374\u037a\u037e\u0384\u0385\u0387\u0390\u03b0\u03c2\u03d0-\u03d6\u03f0-\u03f9\u0131\u0587\u0643\u064a\u0675-\u0678\u060c\u061b\u061f\u06d4\u0958-\u095f\u0964"
    "\u09dc-\u09df\u0a33-\u0a5e\u0b5c\u0b5d\u0e33\u0eb3\u0edc\u0edd\u0f0c\u0f43-\u0fb9\u10fc\u1100-\u115e\u13f8-\u13fd\u1c80-\u1c88\u1d2c-\u1dbf\u1e96-\u1e9f\u1f50-\u1fff"
    "\u2000-\u200a\u2011\u2017\u2024-\u2029\u202f\u203c\u203e\u2047-\u2049\u2057\u205f\u2070-\u209c\u20a8\u2100-\u218b\u222c-\u2230\u2329\u232a\u2460-\u24ea"
    "\u2034\u2037\u2a0c\u2a74-\u2a76\u2adc\u2c7c\u2c7d\u2d6f\u2e9f-\u2fd5\u3000-\u3002\u3036-\u303a\u309b-\u309f\u30ff\u3131-\u33ff\ua69c\ua69d\ua770\ua7f2-\ua7f9\uab5c-\uab69"
    "\uab70-\uabbf\uf900-\ufdff\ufe10-\ufe19\ufe30-\ufefc\uff01-\uffee\U00010781-\U000107ba\U0001d15e-\U0001d1c0\U0001d400-\U0001d7ff\U0001ee00-\U0001eebb"
    "\U0001f100-\U0001f2ff\U0001fbf0-\U0001fbf9\U0002f800-\U0002fa1d"
)

# Scripts without spaces between words: Thai, Lao, Tibetan, Myanmar, Khmer, kana, Han, and what is kin to it.
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaa7f\uf900-\ufaff"
    "\uff66-\uff9f\U00016fe0-\U0001b2ff\U00020000-\U0003ffff"
)

# Between words: ASCII punctuation but hyphen and apostrophe, and what other scripts have.
PUNCTUATION = (
    "\x00-\x1f!-&(-,./:-@\\[-`{-~\xa1-\xbf\u055a-\u055f\u0589\u05c0\u05c3\u05c6\u060c\u060d\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0f04-\u0f14\u104a-\u104f\u1360-\u1368"
    "\u17d4-\u17da\u2000-\u206f\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u30fb\ufe10-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
