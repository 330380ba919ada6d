"""Texts in many scripts, made of common words, and quotations of them in which characters were changed."""

WORDS = {
    "latin": "the government said that officials had not been informed of any agreement between both countries about prices "
    "energy water and trade while several experts called for an independent inquiry into recent events near border évènement größer",
    "cyrillic": "правительство сообщило что представители не были уведомлены о каком либо соглашении между двумя странами по поводу цен на "
    "энергию воду и торговлю в то время как несколько экспертов призвали к независимому расследованию недавних событий у границы",
    "arabic": "قالت الحكومة إن المسؤولين لم يبلغوا بأي اتفاق بين البلدين حول أسعار الطاقة والمياه والتجارة بينما دعا عدد من الخبراء إلى "
    "تحقيق مستقل في الأحداث الأخيرة قرب الحدود حيث انتظر آلاف الناس ساعات طويلة دون مأوى أو طعام",
    "devanagari": "सरकार ने कहा कि अधिकारियों को दोनों देशों के बीच किसी समझौते की जानकारी नहीं दी गई थी ऊर्जा पानी और व्यापार की कीमतों के "
    "बारे में जबकि कई विशेषज्ञों ने हाल की घटनाओं की स्वतंत्र जाँच की माँग की सीमा के पास जहाँ हज़ारों लोग",
    "han": "政府表示官员没有被告知两国之间关于能源水和贸易价格的任何协议同时几位专家呼吁对边境附近最近发生事件进行独立调查成千上万人长时间等待住所食物医疗"
    "援助据当地消息来源要求匿名因为他们害怕报复部长回答记者问题星期一新闻发布会国家安全经济发展社会稳定人民生活环境保护教育科技文化历史未来世界和平合作交流",
    "hebrew": "הממשלה אמרה כי הגורמים לא עודכנו על שום הסכם בין שתי המדינות בנוגע למחירי האנרגיה המים והסחר בעוד כמה מומחים קראו לחקירה "
    "עצמאית של האירועים האחרונים ליד הגבול שבו אלפי אנשים המתינו שעות ארוכות",
    "thai": "รัฐบาลกล่าวว่าเจ้าหน้าที่ไม่ได้รับแจ้งเกี่ยวกับข้อตกลงใดๆระหว่างสองประเทศเรื่องราคาพลังงานน้ำและการค้าขณะที่ผู้เชี่ยวชาญหลายคนเรียกร้อง",
}
STOPS = {"han": "。", "devanagari": "। ", "thai": " "}


def text(script, size, chance):
    """A text of a size, of sentences in a script."""
    spaced = " " in WORDS[script]
    words, made = WORDS[script].split() if spaced else list(WORDS[script]), ""
    while len(made) < size:
        sentence = chance.choices(words, k=chance.randrange(6, 18) * (1 if spaced else 3))
        made += (" " if spaced else "").join(sentence) + STOPS.get(script, ". ")
    return made[:size]


def changed(quoted, count, signs, chance):
    """A quotation with so many characters substituted, inserted or deleted, all at one spot in one of four."""
    made = list(quoted)
    spot = chance.randrange(len(made)) if chance.random() < 0.25 else None
    for _ in range(count):
        at = min(chance.randrange(len(made)) if spot is None else spot, len(made) - 1)
        made[at : at + chance.choice((0, 1, 1))] = chance.choice(("", chance.choice(signs)))
    return "".join(made)
