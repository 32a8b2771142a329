# كلمات الواجهة كلها بالعربية الفصحى المعاصرة، بترتيب القوالب.
# Arabic, complete. Not yet reviewed by a native speaker who works in health care: corrections are welcome.

## حول كل صفحة
skip-to-content = انتقل إلى المحتوى
main-menu = القائمة الرئيسية
menu = القائمة
breadcrumbs = أنت هنا
reading-level = مستوى القراءة
language = اللغة
on-this-page = في هذه الصفحة
draft = مسودة: لا تُستخدم مع المرضى
home = الصفحة الرئيسية
glossary = مسرد المصطلحات
bibliography = المراجع

## أنواع الصفحات: العنوان، والغرض منها، ورابط إليها كلها
kind-modules = وحدات التدريب
kind-modules-summary = دورات قصيرة للعاملين، فيها أسئلة تُعلِّم.
kind-modules-all =
    { $count ->
        [zero] كل الوحدات
        [one] عرض الوحدة
        [two] عرض الوحدتين
        [few] عرض الوحدات الـ{ $count }
        [many] عرض الوحدات الـ{ $count }
       *[other] عرض الوحدات الـ{ $count }
    }
kind-scripts = نصوص المحادثات
kind-scripts-summary = تدرَّب على الحديث الصعب قبل يومه.
kind-scripts-all =
    { $count ->
        [zero] كل النصوص
        [one] عرض النص
        [two] عرض النصين
        [few] عرض النصوص الـ{ $count }
        [many] عرض النصوص الـ{ $count }
       *[other] عرض النصوص الـ{ $count }
    }
kind-handouts = نشرات للمرضى
kind-handouts-summary = كلمات بسيطة، بمستوى القراءة المناسب.
kind-handouts-all =
    { $count ->
        [zero] كل النشرات
        [one] عرض النشرة
        [two] عرض النشرتين
        [few] عرض النشرات الـ{ $count }
        [many] عرض النشرات الـ{ $count }
       *[other] عرض النشرات الـ{ $count }
    }
kind-forms = نماذج
kind-forms-summary = اطبعها، أو املأها مع مريضك.
kind-forms-all =
    { $count ->
        [zero] كل النماذج
        [one] عرض النموذج
        [two] عرض النموذجين
        [few] عرض النماذج الـ{ $count }
        [many] عرض النماذج الـ{ $count }
       *[other] عرض النماذج الـ{ $count }
    }
kind-pages = صفحات أخرى
kind-pages-summary = معلومات أساسية ومساعدة.
kind-pages-all =
    { $count ->
        [zero] كل الصفحات
        [one] عرض الصفحة
        [two] عرض الصفحتين
        [few] عرض الصفحات الـ{ $count }
        [many] عرض الصفحات الـ{ $count }
       *[other] عرض الصفحات الـ{ $count }
    }
kind-quiz = اختبار
nothing-here = لا يوجد شيء هنا بعد.

## الأعداد والتواريخ
minutes =
    { $count ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
lessons-count =
    { $count ->
        [zero] لا دروس
        [one] درس واحد
        [two] درسان
        [few] { $count } دروس
        [many] { $count } درسًا
       *[other] { $count } درس
    }
questions-count =
    { $count ->
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
scenes-count =
    { $count ->
        [zero] لا مشاهد
        [one] مشهد واحد
        [two] مشهدان
        [few] { $count } مشاهد
        [many] { $count } مشهدًا
       *[other] { $count } مشهد
    }
endings-count =
    { $count ->
        [zero] بلا نهاية
        [one] نهاية واحدة
        [two] نهايتان
        [few] { $count } نهايات
        [many] { $count } نهاية
       *[other] { $count } نهاية
    }
points-count =
    { $count ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $count } نقاط
        [many] { $count } نقطة
       *[other] { $count } نقطة
    }
attempts-count =
    { $count ->
        [zero] لا محاولات
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $count } محاولات
        [many] { $count } محاولة
       *[other] { $count } محاولة
    }
# علامتا الاتجاه حول علامة النسبة كما في CLDR، لتبقى إلى يمين العدد.
percent = { $value }‎%‎
for-roles = إلى: { $roles }
date = { DATE($year, $month, $day) }

## المسؤولون عن الصفحة
meta-for = إلى
meta-owner = الجهة المسؤولة
meta-authors = التأليف
meta-reviewers = المراجعة
meta-reviewed = تاريخ المراجعة
meta-review-due = المراجعة القادمة
meta-evidence = قوة الأدلة
meta-tags = الموضوعات
meta-version = الإصدار
yes = نعم

## الحواشي والمراجع
notes = الحواشي
references = المراجع
back-to-text = العودة إلى الحاشية { $number } في النص، الموضع { $place }
back-to-citation = العودة إلى المرجع { $number } في النص، الموضع { $place }
cited-by = ورد في:
bibliography-summary = كل المصادر التي تستند إليها هذه الصفحات.

## الوحدات والدروس
figure-time = المدة
figure-lessons = الدروس
figure-pass-mark = درجة النجاح
figure-attempts = المحاولات
figure-certificate = الشهادة
start-module = ابدأ الوحدة
prerequisites = قبل أن تبدأ
objectives = بعد هذه الوحدة ستكون قادرًا على
lessons = الدروس
lesson-position = الدرس { $number } من { $total }
previous-and-next = السابق والتالي
previous-lesson = السابق
next-lesson = التالي
overview = نظرة عامة
module-end = نهاية الوحدة

## نشرات المرضى
level-is = مستوى القراءة: { $level }
from = من { $owner }
whom-to-call = بمن تتصل
key-messages = أهم النقاط
read-more = اقرأ المزيد
about-message = عن النقطة { $number }

## نصوص المحادثات
cast = المتحدثون
pass-when = شرط النجاح: { $rule }
what-do-you-say = ماذا تقول؟
leads-to = يؤدي إلى: { $scene }
offered-if = يظهر إذا تحقق: { $condition }
offered-once = يظهر مرة واحدة
what-this-does = أثر هذا الاختيار
best-choice = إجابة نموذجية
critical-choice = ينهي المحادثة
ending-good = نهاية جيدة
ending-fair = نهاية مقبولة
ending-poor = نهاية سيئة
ending-other = النهاية: { $name }

## مسرد المصطلحات
glossary-summary = مصطلحات طبية بكلمات بسيطة.
letters = الحروف
more-in-glossary = المزيد في المسرد

## صفحة غير موجودة
not-found = هذه الصفحة غير موجودة
not-found-summary = ربما نُقلت، أو في العنوان خطأ في الكتابة.
to-home = اذهب إلى الصفحة الرئيسية

## كتل المحتوى
block-key = رسالة أساسية
block-steps = ماذا تفعل
block-say = كلمات تساعد
block-discuss = للنقاش
block-resources = لمعرفة المزيد
block-evidence = ماذا تقول الأدلة
block-myth = خرافة
block-fact = حقيقة
block-teachback = بكلماتك أنت
block-compare = طريقتان لقول ذلك
block-video = مقطع مرئي
block-audio = تسجيل صوتي
good-answer = ما تتضمنه الإجابة الجيدة
more = المزيد
transcript = النص المكتوب
download-media = تنزيل الملف
compare-bad = تسير على نحو سيئ
compare-good = تسير على نحو جيد
grade-high = يقين مرتفع
grade-moderate = يقين متوسط
grade-low = يقين منخفض
grade-very-low = يقين منخفض جدًا
grade-none = لم يُعثر على دراسات
grade-high-means = من المستبعد جدًا أن تغيّر أبحاث أخرى هذه النتيجة.
grade-moderate-means = قد تغيّر أبحاث أخرى هذه النتيجة.
grade-low-means = من المرجح أن تغيّر أبحاث أخرى هذه النتيجة.
grade-very-low-means = هذه النتيجة غير مؤكدة على الإطلاق.
grade-none-means = يستند هذا إلى رأي الخبراء.

## التنبيهات والمناطق (يستخدمها البرنامج)
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = احذر
table-region = جدول، يُمرَّر أفقيًا
code-region = نص برمجي، يُمرَّر أفقيًا

## الأسئلة
question = سؤال
question-number = السؤال { $number }
question-kind-single = اختر إجابة واحدة
question-kind-multiple = اختر كل ما هو صحيح
question-kind-true-false = صواب أم خطأ؟
question-kind-short = اكتب إجابة قصيرة
question-kind-number = اكتب عددًا
question-kind-gaps = املأ الفراغات
question-kind-order = رتّب ما يلي
question-kind-match = صِل كل عنصر بما يناسبه
question-kind-sort = وزّع ما يلي على المجموعات
question-kind-reflect = فكّر في الأمر
gap-number = الفراغ { $number }
groups = المجموعات:
how-sure = ما مدى تأكدك؟
hint = تلميح
show-answer = أظهر الإجابة
show-model = أظهر إجابة نموذجية
right = صحيح
not-right = ليست الإجابة
true = صواب
false = خطأ
answer-true = العبارة صحيحة
answer-false = العبارة خاطئة
if-true = إذا اخترت «صواب»
if-false = إذا اخترت «خطأ»
tolerance = بهامش { $value }
explanation = السبب
tests-objective = يقيس الهدف:
quiz-draw = يُسحب منها كل مرة: { $count }
quiz-pass = درجة النجاح: { $value }‎%‎

## الأسئلة التفاعلية (يستخدمها البرنامج النصي)
check-answer = تحقّق من الإجابة
try-again = حاول مرة أخرى
done = تم
choose = اختر…
your-answer = إجابتك
your-words = كلماتك أنت. تبقى على هذا الجهاز.
your-answer-right = إجابتك: صحيحة
your-answer-wrong = إجابتك: غير صحيحة
correct-answer = الإجابة الصحيحة
partly-right = صحيح جزئيًا
not-right-yet = غير صحيح
points-earned =
    { $count ->
        [zero] { $earned } من { $count }
        [one] { $earned } من نقطة واحدة
        [two] { $earned } من نقطتين
        [few] { $earned } من { $count } نقاط
        [many] { $earned } من { $count } نقطة
       *[other] { $earned } من { $count } نقطة
    }
parts-right = المواضع الصحيحة: { $right } من { $total }
place-right = في الموضع الصحيح
place-wrong = ليس في الموضع الصحيح
move-up = إلى أعلى
move-down = إلى أسفل
moved-to = رقمه الآن { $place } من { $total }
i-am-sure = أنا متأكد
i-am-not-sure = لست متأكدًا
sure-right = كنت متأكدًا، وأصبت.
sure-wrong = كنت متأكدًا من هذه الإجابة، ولذلك تستحق نظرة ثانية.
unsure-right = لم تكن متأكدًا، لكنك تعرف أكثر مما ظننت.
unsure-wrong = لم تكن متأكدًا: وهذه علامة جيدة على ما يستحق القراءة مجددًا.
compare-with-model = قارن كلماتك بالإجابة النموذجية أدناه.
thought-over = شكرًا لتفكيرك في الأمر.
problem = هناك مشكلة
error-prefix = خطأ:
not-a-number = اكتب عددًا بالأرقام، مثل 90 أو 0.5
missing-single = اختر إجابة واحدة
missing-multiple = اختر إجابة واحدة على الأقل
missing-true-false = اختر «صواب» أو «خطأ»
missing-short = اكتب إجابة
missing-number = اكتب عددًا
missing-gaps = املأ كل الفراغات
missing-order = حرّك العناصر إلى ترتيبها الصحيح
missing-match = اختر إجابة في كل صف
missing-sort = اختر مجموعة في كل صف
missing-reflect = اكتب بضع كلمات أولًا
missing-sure = حدّد مدى تأكدك

## نص المحادثة للمجموعات: الخريطة والبطاقات وأفضل مسار على الورق
papers = للمجموعات
paper-map = خريطة
paper-cards = بطاقات لعب الأدوار
paper-reading = نص للقراءة بصوت عالٍ
to-script = العودة إلى المحادثة
map-about = المحادثة كلها بنظرة واحدة، للميسّرين والمؤلفين. اطبع هذه الصفحة، أو اختر مشهدًا لقراءته.
map-picture = الخريطة في صورة
map-region = خريطة، تُمرَّر أفقيًا
map-part = الخريطة، الجزء { $number } من { $total }
map-list = الخريطة في قائمة
map-start = البداية
map-best = على أفضل مسار
map-unreachable = لا يمكن الوصول إليه
map-apart = لا شيء يؤدي إلى هذه المشاهد
map-stops = أحد الاختيارات ينهيها هنا
map-goes-on = تتابع أدناه
map-too-large = عدد مشاهد هذه المحادثة { $count }، وهي أكبر أو أشد تشابكًا من أن توضع في صورة. القائمة أدناه تضمها كلها.
legend-line = اختيار يؤدي إلى مشهد، مع حرفه
legend-best = أفضل مسار
legend-critical = اختيار يُفشل المحادثة (✕)
legend-back = يعود إلى الوراء
legend-ending = نهاية
legend-unreachable = لا شيء يؤدي إلى هنا
cards-about = أدّوا المحادثة معًا، أشخاصًا وورقًا.
cards-how-cut = اطبع البطاقات وقصّها على الخطوط المتقطعة. الملاحظات في النهاية للميسّر.
cards-how-play = يؤدي شخص دور «أنت» ويقرأ الاختيارات، ويقرأ الآخرون ما يقوله أصحاب الأدوار في البطاقات. ابدؤوا بالبطاقة 1، ثم انتقلوا إلى البطاقة التي يذكرها الاختيار.
cards-how-watch = يتابع الميسّر الملاحظات، ويسأل أولًا بعد كل إجابة: ما أثر ذلك في الشخص الآخر؟
cards-roles = من يؤدي أي دور
cards-you-are = تؤدي دور { $name } ({ $role }).
cards-speak-on = كلامك في البطاقات:
cards-choose-on = تختار في البطاقات:
cards-skills = تتدرب على:
cards-scenes = البطاقات
cards-go-to = انتقل إلى البطاقة { $number }
cards-notes = ملاحظات للميسّر
cards-notes-about = أثر كل اختيار، بحسب أرقام البطاقات وحروفها.
cards-no-note = لا ملاحظة.
reading-about = أفضل مسار، سطرًا بعد سطر، للقراءة بصوت عالٍ.
reading-parts = الأدوار
reading-narrator = الراوي
compare-end = تنتهي بـ: { $scene }
compare-note = ملاحظة
compare-note-on = ملاحظة · { $side }

## المحادثات التفاعلية (يستخدمها البرنامج النصي)
talk-title = تدرَّب على المحادثة
talk-looking = نظرة إلى ما مضى
talk-how = اقرأ ما يُقال، ثم اختر كلماتك. يمكنك التراجع عن أي اختيار والبدء من جديد متى شئت.
talk-late = ستعرف أثر اختياراتك في النهاية.
talk-private = ما تفعله هنا يبقى على هذا الجهاز.
talk-passed-before = سبق أن اجتزت هذه المحادثة.
talk-begin = ابدأ
talk-log = المحادثة
talk-you = أنت
talk-next = التالي
talk-look = راجع المحادثة
talk-back = تراجع عن اختيار واحد
talk-restart = ابدأ من جديد
talk-pace = أظهر كل السطور معًا
talk-all-scenes = اقرأ كل المشاهد
talk-changed = تغيّرت هذه المحادثة منذ زيارتك السابقة. تُستأنف إلى حيث ما زالت اختياراتك صالحة.
talk-passed = اجتزتها
talk-missed = لم تجتزها هذه المرة
talk-failed = لم تجتزها: أنهاها أحد الاختيارات
talk-stuck = لا نهاية للمحادثة هنا
talk-goals = لاجتيازها:
talk-reached = بلغتَ: { $values }
talk-meters = كيف سارت
talk-dashed = الخط المتقطع هو ما يلزم لاجتيازها.
talk-numbers = الأعداد في جدول
talk-after = بعد الاختيار
talk-at-start = البداية
talk-skills = المهارات التي استخدمتها
talk-ratio = العبارات العاكسة والأسئلة
ratio-reflections = العبارات العاكسة
ratio-questions = الأسئلة
ratio-for-each = عبارات عاكسة لكل سؤال
ratio-none = لا عبارات عاكسة ولا أسئلة هذه المرة.
ratio-alone = استخدمت عبارات عاكسة ولم تسأل شيئًا.
ratio-low = العبارات العاكسة أقل من الأسئلة. المزيد منها يُظهر أنك استمعت.
ratio-fair = عبارة عاكسة واحدة على الأقل لكل سؤال: وهو ما يعدّه دليل MITI مقبولًا.
ratio-good = عبارتان عاكستان أو أكثر لكل سؤال: وهو ما يعدّه دليل MITI جيدًا.
ratio-literature = هذه النسبة مأخوذة من MITI 4 الذي يقيّم به مقيّمون مدرَّبون مقابلات تحفيزية مسجلة. وعتبتاها، عبارة عاكسة واحدة لكل سؤال (مقبول) واثنتان (جيد)، رأي خبراء. المحادثة المكتوبة لا تتيح إلا اختيارات قليلة: فخذ العدد إشارةً لا درجة. وفي تجربة معشّاة شارك فيها 120 من العاملين الصحيين، حسّن التدرب مع مريض افتراضي هذه النسبة أكثر من الدراسة الفردية.
talk-path = ما قيل
talk-better = هنا إجابة نموذجية
talk-retry = حاول مجددًا من هذه اللحظة
talk-print = اطبع هذه الصفحة

## الاختبارات (يستخدمها البرنامج النصي)
quiz-draw-of = عدد الأسئلة التي تُسحب كل مرة: { $count } من { $total }.
answer-after-quiz = تظهر الإجابة عند إنهاء الاختبار. ويلزم لذلك JavaScript.
question-changed = تغيّر هذا السؤال منذ أجبت عنه. أجب عنه مرة أخرى من فضلك.
before-right = أجبت عنه سابقًا: صحيح.
before-partly = أجبت عنه سابقًا: صحيح جزئيًا.
before-wrong = أجبت عنه سابقًا: غير صحيح.
before-noted = كتبت هذا سابقًا.
quiz-before = قبل أن تبدأ
quiz-fact-questions = الأسئلة
quiz-fact-left = المحاولات المتبقية
quiz-fact-best = أفضل نتيجة
quiz-fact-score = نتيجتك
quiz-fact-points = النقاط
quiz-of = { $part } من { $total }
quiz-no-limit = بلا حد
quiz-percent-passed = { $percent }‎%‎، ناجح
quiz-rule-change = يمكنك تغيير أي إجابة حتى التسليم. تُحفظ الإجابات على هذا الجهاز: يمكنك المغادرة والمتابعة لاحقًا.
quiz-rule-not-kept = يمكنك تغيير أي إجابة حتى التسليم. هذا المتصفح لا يحفظ الإجابات: أكمل قبل أن تغادر الصفحة.
quiz-rule-draw = في كل محاولة تُسحب الأسئلة من جديد.
quiz-rule-partly = الإجابة الصحيحة جزئيًا تنال جزءًا من النقاط.
quiz-rule-reflection = أسئلة التفكير لا تُحتسب.
quiz-rule-best = تُحتسب أفضل محاولاتك.
quiz-under-way = بدأت هذه المحاولة في { $date }. أجبت حتى الآن عن { $done } من { $total }.
quiz-start = ابدأ الاختبار
quiz-go-on = تابع
quiz-try-again = حاول مرة أخرى
quiz-practise = تدرَّب دون احتساب
quiz-see-last = اعرض آخر نتيجة
quiz-attempt = المحاولة { $attempt }
quiz-attempt-of = المحاولة { $attempt } من { $attempts }
quiz-practice = تدريب: لا يُحتسب
quiz-answered = تمت الإجابة عن { $done } من { $total }
quiz-next-open = التالي من غير إجابة
quiz-hand-in = سلِّم
quiz-all-the-same = سلِّم على أي حال
quiz-missing = لم تُجب بعد عن: { $number }
quiz-unanswered = لم تُجب عن هذا السؤال.
quiz-result = نتيجتك
quiz-passed = ناجح
quiz-not-yet = لم تنجح بعد
quiz-finished = انتهى
quiz-did-not-count = كان هذا تدريبًا، ولم يُحتسب.
quiz-best-stays = تبقى أفضل نتيجة لك: { $percent }‎%‎.
quiz-none-left = استُنفدت كل المحاولات، وتبقى أفضل نتيجة لك. يمكنك مواصلة التدريب: لا يُحتسب، لكنه يفيد. إن احتجت إلى محاولة أخرى فتحدث إلى القائمين على هذا التدريب.
quiz-none-left-passed = استُنفدت كل المحاولات. لقد نجحت، وتبقى أفضل نتيجة لك. يمكنك مواصلة التدريب.
quiz-read-again = ما يستحق القراءة مجددًا
quiz-mastery = مستواك في كل هدف
quiz-reached = تحقق
quiz-partly = تحقق جزئيًا
quiz-not-reached = لم يتحقق بعد
quiz-certainty = مدى تأكدك
quiz-sure-wrong = متأكد، والإجابة غير صحيحة
quiz-sure-wrong-means = هذه تستحق نظرة أخرى أولًا.
quiz-unsure-wrong = غير متأكد، والإجابة غير صحيحة
quiz-unsure-wrong-means = كنت تعرف ما يستحق القراءة مجددًا.
quiz-unsure-right = غير متأكد، والإجابة صحيحة
quiz-unsure-right-means = تعرف أكثر مما ظننت.
quiz-sure-right = متأكد، والإجابة صحيحة
quiz-sure-right-means = هذا ما أتقنته.
quiz-none = لا شيء
quiz-review-below = أدناه كل الأسئلة، مع إجاباتك والإجابات الصحيحة وأسبابها.
quiz-gone = عدد الأسئلة التي حُذفت من الاختبار منذ بدأت: { $number }. إجاباتك الأخرى محفوظة.
quiz-all-gone = تغيّر الاختبار منذ بدأت، ولم يبق أي من أسئلتك. تبدأ محاولة جديدة، ولم تُحتسب السابقة.
quiz-changed-some = عدد الأسئلة التي تغيّرت منذ أجبت عنها: { $number }. أجب عنها مرة أخرى من فضلك.
quiz-changed-since = تغيّر هذا السؤال منذ أجبت عنه، لذلك لا تظهر إجابتك.

## التقدم والشهادة

my-progress = تقدمي
my-progress-summary = ما قرأته وأجبت عنه وتدربت عليه هنا. يبقى في هذا المتصفح ولا يُرسل إلى أي مكان.
needs-script = البرامج النصية متوقفة في متصفحك. يمكن قراءة كل شيء هنا، لكن لا يُحفظ شيء مما تفعله.
this-module = هذه الوحدة:
state-not-started = لم تبدأ
state-in-progress = قيد التقدم
state-passed = تم اجتيازها
state-not-passed = لم تُجتَز بعد
lessons-read = الدروس المقروءة: { $read } من { $total }
questions-answered = الأسئلة المجابة: { $answered } من { $total }
best-result = أفضل نتيجة: { $value }‎%‎
lesson-done = تم
mark-as-done = ضع علامة «تم»
marked-done = وُضعت علامة «تم».
marked-todo = أُزيلت علامة «تم».
marked-auto = وصلت إلى النهاية: وُضعت علامة «تم».
continue-module = تابع
script-tried = جُرِّبت ولم تُجتَز بعد
script-not-tried = لم تُجرَّب بعد
store-missing = هذا المتصفح لا يحفظ شيئًا لهذا الموقع. يمكنك استخدام كل شيء، لكن ما تفعله يُنسى عند مغادرة الصفحة.
store-full = لم يعد في هذا المتصفح مكان. يمكنك المتابعة، لكن ما تفعله من الآن يُنسى عند مغادرة الصفحة.
store-newer = تقدمك محفوظ في هذا المتصفح بإصدار أحدث من هذا الموقع. لن يُمسّ، وما تفعله في هذه النسخة يُنسى عند مغادرة الصفحة.
store-apart = يحفظ هذا المتصفح تقدمك حتى تغلقه فقط، لأن الموقع فُتح من قرص. احفظه في ملف قبل أن تغلق المتصفح.
store-damaged = تعذرت قراءة ما حفظه هذا المتصفح. وُضع جانبًا وبدأ سجل جديد. إن كنت حفظت تقدمك في ملف فيمكنك استعادته أدناه.
keep-progress = احفظه، انقله، امحُه
keep-progress-summary = تقدمك خاص بهذا المتصفح على هذا الجهاز. وبملف واحد تنقله إلى جهاز آخر أو تحتفظ به في مكان آمن.
save-progress = الحفظ في ملف
save-progress-summary = ينشئ ملفًا صغيرًا فيه كل ما سبق. لا يتضمن اسمك إلا إذا أنشأت شهادة.
save-to-file = احفظ تقدمي
progress-saved = سُلِّم الملف إلى متصفحك ليحفظه.
bring-progress = الاستعادة من ملف
bring-progress-summary = يضيف ما في الملف إلى ما هو هنا. وتبقى النتيجة الأفضل.
progress-brought = أُضيف تقدمك.
file-damaged = لا يمكن قراءة هذا الملف. ليس ملف تقدم، أو أنه تالف.
file-newer = هذا الملف من إصدار أحدث من هذا الموقع ولا يمكن قراءته هنا.
file-foreign = هذا الملف يخص موقعًا آخر.
file-unread = تعذر فتح الملف.
erase-progress = المحو
erase-progress-summary = يزيل كل ما يحفظه هذا الموقع في هذا المتصفح.
erase-everything = امحُ كل شيء
erase-question = هل تريد محو تقدمك؟
erase-warning = ستُزال الدروس والإجابات والنتائج واسمك من هذا المتصفح. لا يمكن التراجع عن ذلك. أما الملف الذي حفظته فيبقى.
keep-it = أبقِه
progress-erased = مُحي كل شيء.
certificate = شهادة
certificate-of-completion = شهادة إتمام
certificate-not-yet = تحصل على هذه الشهادة عندما تبلغ { $value }‎%‎ في اختبار هذه الوحدة.
certificate-not-yet-read = تحصل على هذه الشهادة عندما تقرأ كل دروس هذه الوحدة.
certificate-your-name = اسمك، كما يجب أن يظهر في الشهادة
certificate-name-stays = يبقى على هذا الجهاز.
certificate-name-missing = اكتب اسمك
certificate-make = أنشئ شهادتي
certificate-has-completed = أتمّ
certificate-date = التاريخ
certificate-score = النتيجة
certificate-check = للتحقق: يقارن الأمر «teachback verify-certificate» هذا النص بالموقع المنشور. يثبت ذلك أن النص يوافق الموقع، ولا يثبت من الذي أجاب.
print = طباعة

## اللغات والأدوار

in-language =
    { $code ->
        [ar] بالعربية
        [de] بالألمانية
        [en] بالإنجليزية
        [es] بالإسبانية
        [fr] بالفرنسية
       *[other] اللغة: { $name }
    }
roles-i-am = أنا من …
roles-help = يدلك اختيارك على نقطة البداية، ويترك ما هو لغيرك. يبقى في هذا المتصفح.
role-forget = انسَ اختياري
role-chosen = (مختار)
role-summary = ما يخص عملك هنا، بترتيب منطقي.
role-mine = هذا دوري
role-mine-help = تعرض الصفحات عندئذ ما هو لك وتترك ما هو لغيرك. أما على الورق فيظهر كل شيء دائمًا.
role-path = تعلَّم خطوة بخطوة
role-time = المدة كلها: { $time }
role-time-left = المتبقي: { $minutes } د
role-begin = ابدأ بـ: { $title }
role-next = التالي: { $title }
role-done = أنهيت كل الوحدات الخاصة بدورك.
role-after = قبل ذلك:
role-others = اختر دورًا آخر
role-note = معروض إلى: { $role }. ما هو لغيرهم مخفي.
role-show-all = أظهر كل شيء

## دون شبكة

offline = أنت غير متصل بالشبكة
offline-summary = هذه الصفحة غير محفوظة على هذا الجهاز. الصفحات المحفوظة تُفتح كالمعتاد؛ أعد المحاولة مع هذه عند عودة الشبكة.
new-version = هناك إصدار أحدث من هذه الصفحة.
new-version-reload = اعرضه

## النشر

page-summary = { $title }. صفحة من «{ $site }».
banner = إشعار مهم
paper-address = هذه الصفحة على هاتفك:
print-test = اختبار ورقي
print-module = الوحدة كاملة
print-this-module = الوحدة كاملة، للطباعة
print-answers = الإجابات
print-name = الاسم
print-form = النموذج { $form }
print-other = اختبار آخر من الأسئلة نفسها: { $form }
print-of-points =
    { $count ->
        [zero] من { $count }
        [one] من نقطة واحدة
        [two] من نقطتين
        [few] من { $count } نقاط
        [many] من { $count } نقطة
       *[other] من { $count } نقطة
    }
print-pass =
    { $count ->
        [zero] للنجاح: { $count } ({ $percent }‎%‎)
        [one] للنجاح: نقطة واحدة ({ $percent }‎%‎)
        [two] للنجاح: نقطتان ({ $percent }‎%‎)
        [few] للنجاح: { $count } نقاط ({ $percent }‎%‎)
        [many] للنجاح: { $count } نقطة ({ $percent }‎%‎)
       *[other] للنجاح: { $count } نقطة ({ $percent }‎%‎)
    }
print-order = رقّم ما يلي بترتيبه الصحيح
print-match = اكتب الحرف المناسب عند كل عنصر
print-sort = اكتب حرف المجموعة عند كل عنصر
print-key-concealed = إجابات هذا الاختبار غير منشورة، لذلك لا مفتاح لها هنا. هي لدى المؤلف.

## البحث

search = بحث
search-what = عمّ تبحث؟
search-button = ابحث
search-help = كلمات أو أجزاء من كلمات. علامتا «التنصيص» تُبقيان الكلمات معًا.
search-needs-script = يحتاج البحث إلى JavaScript، وهو متوقف في متصفحك. يجد متصفحك الكلمات في صفحة مفتوحة بالمفتاحين Ctrl+F، أو Cmd+F على Mac. تضم هذه القوائم كل شيء:
search-narrow = تضييق البحث
search-kind = النوع
search-every-kind = كل شيء
search-every-level = كل المستويات
search-role = إلى
search-every-role = الجميع
search-every-language = كل اللغات
search-kind-module = وحدة
search-kind-lesson = درس
search-kind-script = نص محادثة
search-kind-handout = نشرة
search-kind-form = نموذج
search-kind-page = صفحة
search-kind-term = مصطلح
search-count = عدد النتائج: { $count }
search-none = لم يُعثر على شيء.
search-instead = معروضة نتائج «{ $words }».
search-fault = تعذر تحميل الفهرس. حاول مرة أخرى.
search-hint-words = جرِّب كلمات أقل أو كلمات أخرى.
search-hint-parts = يكفي أول الكلمة.
search-widen = ابحث دون تضييق
search-everywhere = ابحث في كل اللغات
search-more = المزيد من النتائج
search-also = وأيضًا:
search-keys = البحث بلوحة المفاتيح
search-keys-words = من حقل البحث تنتقل بمفاتيح الأسهم بين النتائج وتعود. مفتاح Escape يعيدك إلى الحقل ويفرّغه.
search-slash = المفتاح / يفتح البحث في كل صفحة

## مستويات القراءة وأسئلة الفهم

level-grade = { $grade ->
    [3] الصف 3 أو أدنى
   *[other] الصف { $grade }
    }
level-grade-about = { $grade ->
    [3] الصف 3 أو أدنى
   *[other] الصف { $grade } تقريبًا
    }
reading-minutes = { $count ->
    [zero] أقل من دقيقة للقراءة
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $count } دقائق للقراءة
    [many] { $count } دقيقة للقراءة
   *[other] { $count } دقيقة للقراءة
    }
prompt-own-words = قلها بكلماتك أنت
prompt-stays = ما تكتبه يبقى على هذا الجهاز. لست مضطرًا إلى الكتابة: يمكنك قولها بصوت عالٍ.
prompt-compare = قارن بإجابة جيدة
prompt-clear = امسح ما كتبت
prompt-cleared = مُسح.

## السحب

drag-to-row = اسحب إلى صف، أو اختر فيه:

## لغات أخرى وأعداد

interface-language = القوائم والأزرار بالإنجليزية: لم يترجمها أحد بعد.
number = { $value }
list-comma = { "، " }
index-search = ابحث في هذه الصفحات، وعددها { $count }

## التسجيلات

transcript-page = النص المكتوب في صفحة مستقلة
