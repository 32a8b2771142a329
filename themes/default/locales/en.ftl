# Every word of the interface, English. Groups follow the templates.

## Around every page
skip-to-content = Skip to content
main-menu = Main
menu = Menu
breadcrumbs = Where you are
reading-level = Reading level
language = Language
on-this-page = On this page
draft = Draft: not for use with patients
home = Home
glossary = Glossary
bibliography = References

## Kinds of page: heading, what they are for, link to all of them
kind-modules = Training modules
kind-modules-summary = Short courses for staff, with questions that teach.
kind-modules-all =
    { $count ->
        [one] See the module
       *[other] All { $count } modules
    }
kind-scripts = Conversation scripts
kind-scripts-summary = Practise a hard talk before the hard day.
kind-scripts-all =
    { $count ->
        [one] See the script
       *[other] All { $count } scripts
    }
kind-handouts = Handouts for patients
kind-handouts-summary = Plain words, at the reading level that fits.
kind-handouts-all =
    { $count ->
        [one] See the handout
       *[other] All { $count } handouts
    }
kind-forms = Forms
kind-forms-summary = Print them, or fill them in together.
kind-forms-all =
    { $count ->
        [one] See the form
       *[other] All { $count } forms
    }
kind-pages = More pages
kind-pages-summary = Background and help.
kind-pages-all =
    { $count ->
        [one] See the page
       *[other] All { $count } pages
    }
kind-quiz = Quiz
nothing-here = There is nothing here yet.

## Counts and dates
minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
lessons-count =
    { $count ->
        [one] { $count } lesson
       *[other] { $count } lessons
    }
questions-count =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
scenes-count =
    { $count ->
        [one] { $count } scene
       *[other] { $count } scenes
    }
endings-count =
    { $count ->
        [one] { $count } ending
       *[other] { $count } endings
    }
points-count =
    { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
attempts-count =
    { $count ->
        [one] { $count } attempt
       *[other] { $count } attempts
    }
percent = { $value }%
for-roles = For { $roles }
date = { DATE($year, $month, $day) }

## Who answers for a page
meta-for = For
meta-owner = Owner
meta-authors =
    { $count ->
        [one] Author
       *[other] Authors
    }
meta-reviewers =
    { $count ->
        [one] Reviewer
       *[other] Reviewers
    }
meta-reviewed = Reviewed
meta-review-due = Next review
meta-evidence = Evidence
meta-tags = Topics
meta-version = Version
yes = Yes

## Notes and references
notes = Notes
references = References
back-to-text = Back to note { $number } in the text, place { $place }
back-to-citation = Back to source { $number } in the text, place { $place }
cited-by = Cited in:
bibliography-summary = Every source that these pages rest on.

## Modules and lessons
figure-time = Time
figure-lessons = Lessons
figure-pass-mark = To pass
figure-attempts = Attempts
figure-certificate = Certificate
start-module = Start the module
prerequisites = Before you start
objectives = After this module you can
lessons = Lessons
lesson-position = Lesson { $number } of { $total }
previous-and-next = Previous and next
previous-lesson = Previous
next-lesson = Next
overview = Overview
module-end = End of the module

## Handouts
level-is = Reading level: { $level }
from = From { $owner }
whom-to-call = Whom to call
key-messages = The most important points
read-more = Read more
about-message = about point { $number }

## Conversation scripts
cast = Who speaks
pass-when = You pass with { $rule }
what-do-you-say = What do you say?
leads-to = Leads to: { $scene }
offered-if = Offered if { $condition }
offered-once = Offered once
what-this-does = What this does
best-choice = Model answer
critical-choice = Ends the conversation
ending-good = A good ending
ending-fair = A fair ending
ending-poor = A poor ending
ending-other = Ending: { $name }

## Glossary
glossary-summary = Medical words in plain words.
letters = Letters
more-in-glossary = More in the glossary

## Page not found
not-found = This page is not here
not-found-summary = It may have moved, or the address may have a typing mistake.
to-home = Go to the home page

## Content blocks
block-key = Key message
block-steps = What to do
block-say = Words that help
block-discuss = To talk about
block-resources = Find out more
block-evidence = What the evidence says
block-myth = Myth
block-fact = Fact
block-teachback = In your own words
block-compare = Two ways to say it
block-video = Video
block-audio = Recording
good-answer = What a good answer holds
more = More
transcript = Transcript
download-media = Download the file
compare-bad = Goes wrong
compare-good = Goes well
grade-high = High certainty
grade-moderate = Moderate certainty
grade-low = Low certainty
grade-very-low = Very low certainty
grade-none = No studies found
grade-high-means = More research is very unlikely to change this.
grade-moderate-means = More research may change this.
grade-low-means = More research is likely to change this.
grade-very-low-means = This is very uncertain.
grade-none-means = This rests on expert opinion.

## Alerts and regions (used by the program)
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
table-region = Table, scrolls sideways
code-region = Code, scrolls sideways

## Questions
question = Question
question-number = Question { $number }
question-kind-single = Choose one answer
question-kind-multiple = Choose all that are right
question-kind-true-false = True or false?
question-kind-short = Write a short answer
question-kind-number = Write a number
question-kind-gaps = Fill the gaps
question-kind-order = Put these in order
question-kind-match = Find what belongs together
question-kind-sort = Sort these into groups
question-kind-reflect = Think it over
gap-number = gap { $number }
groups = Groups:
how-sure = How sure are you?
hint = Hint
show-answer = Show the answer
show-model = Show a model answer
right = Right
not-right = Not the answer
true = True
false = False
answer-true = The statement is true
answer-false = The statement is false
if-true = If you chose “true”
if-false = If you chose “false”
tolerance = within { $value }
explanation = Why
tests-objective = Tests the objective:
quiz-draw = { $count } drawn each time
quiz-pass = { $value }% to pass

## Questions that are played (used by the script)
check-answer = Check answer
try-again = Try again
done = Done
choose = Choose…
your-answer = Your answer
your-words = Your own words. They stay on this device.
your-answer-right = Your answer: right
your-answer-wrong = Your answer: not right
correct-answer = Correct answer
partly-right = Partly right
not-right-yet = Not right
points-earned =
    { $count ->
        [one] { $earned } of { $count } point
       *[other] { $earned } of { $count } points
    }
parts-right = Right places: { $right } of { $total }
place-right = In the right place
place-wrong = Not in the right place
move-up = Up
move-down = Down
moved-to = Now number { $place } of { $total }
i-am-sure = I am sure
i-am-not-sure = I am not sure
sure-right = You were sure, and right.
sure-wrong = You were sure of this one. That makes it worth a second look.
unsure-right = You were not sure, but you knew more than you thought.
unsure-wrong = You were not sure: a good sign of what to read again.
compare-with-model = Compare your words with the model answer below.
thought-over = Thank you for thinking it over.
problem = There is a problem
error-prefix = Error:
not-a-number = Write a number in digits, such as 90 or 0.5
missing-single = Choose one answer
missing-multiple = Choose at least one answer
missing-true-false = Choose “true” or “false”
missing-short = Write an answer
missing-number = Write a number
missing-gaps = Fill every gap
missing-order = Move the items into the right order
missing-match = Choose an answer in every row
missing-sort = Choose a group in every row
missing-reflect = Write a few words first
missing-sure = Say how sure you are

## A script for groups: map, cards and the best path on paper
papers = For groups
paper-map = Map
paper-cards = Role-play cards
paper-reading = Script to read aloud
to-script = Back to the conversation
map-about = The whole conversation at a glance, for facilitators and authors. Print this page, or choose a scene to read it.
map-picture = The map as a picture
map-region = Map, scrolls sideways
map-part = Map, part { $number } of { $total }
map-list = The map as a list
map-start = Start
map-best = On the best path
map-unreachable = Unreachable
map-apart = Nothing leads to these scenes
map-stops = One choice ends it here
map-goes-on = goes on below
map-too-large = This conversation has { $count } scenes and is too large or too tangled for a picture. The list below holds all of it.
legend-line = A choice leads on, with its letter
legend-best = The best path
legend-critical = A choice that fails the conversation (✕)
legend-back = Leads back
legend-ending = An ending
legend-unreachable = Nothing leads here
cards-about = Play the conversation with people and paper.
cards-how-cut = Print the cards and cut along the dashed lines. Keep the notes at the end for the facilitator.
cards-how-play = One person plays the part of “You” and reads the choices. The others read the lines of the people on the cards. Begin with card 1, and go on with the card that the choice names.
cards-how-watch = The facilitator watches the notes, and after an answer asks first: what did that do to the other person?
cards-roles = Who plays whom
cards-you-are = You play { $name } ({ $role }).
cards-speak-on = Your lines are on cards:
cards-choose-on = You choose on cards:
cards-skills = You practise:
cards-scenes = Cards
cards-go-to = go to card { $number }
cards-notes = Notes for the facilitator
cards-notes-about = What each choice does, by the numbers and letters of the cards.
cards-no-note = No note.
reading-about = The best path, line by line, to be read aloud.
reading-parts = Parts
reading-narrator = Narrator
compare-end = Ends with: { $scene }
compare-note = Note
compare-note-on = Note · { $side }

## Conversations that are played (used by the script)
talk-title = Play the conversation
talk-looking = Looking back
talk-how = Read what is said, then choose your words. You can take back any choice and begin again as often as you like.
talk-late = What your choices did is told at the end.
talk-private = What you do here stays on this device.
talk-passed-before = You have passed this conversation.
talk-begin = Begin
talk-log = Conversation
talk-you = You
talk-next = Next
talk-look = Look back on the conversation
talk-back = Back one choice
talk-restart = Begin again
talk-pace = Show all lines at once
talk-all-scenes = Read all scenes
talk-changed = This conversation was changed since you were last here. It goes on from as far as your choices still fit.
talk-passed = Passed
talk-missed = Not passed this time
talk-failed = Not passed: one choice ended it
talk-stuck = The conversation has no end here
talk-goals = To pass:
talk-reached = You reached: { $values }
talk-meters = How it went
talk-dashed = The dashed line is what it takes to pass.
talk-numbers = The numbers as a table
talk-after = After choice
talk-at-start = Start
talk-skills = Skills you used
talk-ratio = Reflections and questions
ratio-reflections = Reflections
ratio-questions = Questions
ratio-for-each = Reflections for each question
ratio-none = No reflections and no questions this time.
ratio-alone = You reflected and asked nothing.
ratio-low = Fewer reflections than questions. More of them can show that you heard.
ratio-fair = At least one reflection for each question: what the MITI manual calls fair.
ratio-good = Two or more reflections for each question: what the MITI manual calls good.
ratio-literature = The ratio comes from MITI 4, with which trained raters judge recorded motivational interviews. Its thresholds, 1 reflection for each question (fair) and 2 (good), are the opinion of experts. A written conversation offers few choices: take the number as a hint, not as a grade. In a randomised trial with 120 health professionals, practice with a virtual patient improved this ratio more than studying alone.
talk-path = What was said
talk-better = A model answer here
talk-retry = Try again from this moment
talk-print = Print this page

## Quizzes (used by the script)
quiz-draw-of = { $count } of these { $total } questions are drawn each time.
answer-after-quiz = The answer is shown when the quiz is done. That needs JavaScript.
question-changed = This question was changed since you answered it. Please answer it again.
before-right = Answered before: right.
before-partly = Answered before: partly right.
before-wrong = Answered before: not right.
before-noted = You wrote this before.
quiz-before = Before you begin
quiz-fact-questions = Questions
quiz-fact-left = Attempts left
quiz-fact-best = Best result
quiz-fact-score = Your score
quiz-fact-points = Points
quiz-of = { $part } of { $total }
quiz-no-limit = No limit
quiz-percent-passed = { $percent }%, passed
quiz-rule-change = You can change every answer until you hand in. Answers are kept on this device: you can leave and go on later.
quiz-rule-not-kept = You can change every answer until you hand in. This browser does not keep answers: finish before you leave the page.
quiz-rule-draw = Each attempt draws its questions anew.
quiz-rule-partly = What is partly right earns part of the points.
quiz-rule-reflection = Questions to think over do not count.
quiz-rule-best = Your best attempt counts.
quiz-under-way = You began this attempt on { $date }. Answered so far: { $done } of { $total }.
quiz-start = Start the quiz
quiz-go-on = Go on
quiz-try-again = Try again
quiz-practise = Practise without counting
quiz-see-last = See the last result
quiz-attempt = Attempt { $attempt }
quiz-attempt-of = Attempt { $attempt } of { $attempts }
quiz-practice = Practice: this does not count
quiz-answered = Answered: { $done } of { $total }
quiz-next-open = Next unanswered
quiz-hand-in = Hand in
quiz-all-the-same = Hand in all the same
quiz-missing = Not answered yet: { $number }
quiz-unanswered = You did not answer this question.
quiz-result = Your result
quiz-passed = Passed
quiz-not-yet = Not passed yet
quiz-finished = Finished
quiz-did-not-count = This was practice. It did not count.
quiz-best-stays = Your best result stays: { $percent }%.
quiz-none-left = All attempts are used, and your best result stays. You can go on practising: that does not count, and it helps. If you need another attempt, talk to the people who run this training.
quiz-none-left-passed = All attempts are used. You have passed, and your best result stays. You can go on practising.
quiz-read-again = What to read again
quiz-mastery = Where you stand, by objective
quiz-reached = Reached
quiz-partly = Partly reached
quiz-not-reached = Not yet reached
quiz-certainty = How sure you were
quiz-sure-wrong = Sure, and not right
quiz-sure-wrong-means = Worth another look first.
quiz-unsure-wrong = Not sure, and not right
quiz-unsure-wrong-means = You knew what to read again.
quiz-unsure-right = Not sure, and right
quiz-unsure-right-means = You know more than you thought.
quiz-sure-right = Sure, and right
quiz-sure-right-means = This is yours.
quiz-none = None
quiz-review-below = Below are all questions, with your answers, the right ones, and why.
quiz-gone = Questions that were taken out of the quiz since you began: { $number }. Your other answers are kept.
quiz-all-gone = The quiz was changed since you began, and none of your questions is left. A new attempt begins; the old one did not count.
quiz-changed-some = Questions that were changed since you answered them: { $number }. Please answer these again.
quiz-changed-since = This question was changed since you answered it, so your answer is not shown.

## Progress and certificate

my-progress = My progress
my-progress-summary = What you read, answered and played here. It stays in this browser and is sent nowhere.
needs-script = Your browser has scripts switched off. Everything here can be read, but nothing you do is remembered.
this-module = This module:
state-not-started = Not started
state-in-progress = In progress
state-passed = Passed
state-not-passed = Not yet passed
lessons-read = Lessons read: { $read } of { $total }
questions-answered = Questions answered: { $answered } of { $total }
best-result = Best result: { $value }%
lesson-done = Done
mark-as-done = Mark as done
marked-done = Marked as done.
marked-todo = No longer marked as done.
marked-auto = You got to the end: marked as done.
continue-module = Continue
script-tried = Tried, not yet passed
script-not-tried = Not tried yet
store-missing = This browser keeps nothing for this site. You can use everything, but what you do is forgotten when you leave the page.
store-full = There is no more room in this browser. You can go on, but what you do from now on is forgotten when you leave the page.
store-newer = A newer version of this site keeps your progress in this browser. It is left alone; what you do on this copy is forgotten when you leave the page.
store-apart = This browser keeps your progress only until you close it, because the site was opened from a disk. Save it to a file before you close the browser.
store-damaged = What this browser kept could not be read. It was put aside, and a new record has begun. If you saved your progress to a file, you can bring it back below.
keep-progress = Keep it, move it, erase it
keep-progress-summary = Your progress belongs to this browser on this device. A file takes it to another one, or keeps it safe.
save-progress = Save to a file
save-progress-summary = Makes a small file with everything above. It has no name in it unless you made a certificate.
save-to-file = Save my progress
progress-saved = The file was handed to your browser to save.
bring-progress = Bring back from a file
bring-progress-summary = Adds what is in the file to what is here. The better result stays.
progress-brought = Your progress was added.
file-damaged = This file cannot be read. It is not a progress file, or it was damaged.
file-newer = This file comes from a newer version of this site and cannot be read here.
file-foreign = This file belongs to another site.
file-unread = The file could not be opened.
erase-progress = Erase
erase-progress-summary = Removes everything that this site keeps in this browser.
erase-everything = Erase everything
erase-question = Erase your progress?
erase-warning = Lessons, answers, results and your name will be removed from this browser. This cannot be undone. A file that you saved stays.
keep-it = Keep it
progress-erased = Everything was erased.
certificate = Certificate
certificate-of-completion = Certificate of completion
certificate-not-yet = You get this certificate once you reach { $value }% in the quiz of this module.
certificate-not-yet-read = You get this certificate once you have read every lesson of this module.
certificate-your-name = Your name, as it should stand on the certificate
certificate-name-stays = It stays on this device.
certificate-name-missing = Write your name
certificate-make = Make my certificate
certificate-has-completed = has completed
certificate-date = Date
certificate-score = Result
certificate-check = For checking: “teachback verify-certificate” holds this text against the published site. It shows that the text fits the site; it cannot show who answered.
print = Print

## Languages and roles

in-language =
    { $code ->
        [ar] In Arabic
        [de] In German
        [en] In English
        [es] In Spanish
        [fr] In French
       *[other] Language: { $name }
    }
roles-i-am = I am one of …
roles-help = Your choice shows you where to begin, and leaves out what is for others. It stays in this browser.
role-forget = Forget my choice
role-chosen = (chosen)
role-summary = What is here for your work, in an order that makes sense.
role-mine = This is my role
role-mine-help = Pages then show what is for you and leave out what is for others. Paper always holds everything.
role-path = Learn, step by step
role-time = In all: { $time }
role-time-left = Left: { $minutes } min
role-begin = Begin with: { $title }
role-next = Next: { $title }
role-done = You have finished every module for your role.
role-after = First:
role-others = Choose another role
role-note = Shown for: { $role }. What is for others is hidden.
role-show-all = Show everything

## Without a network

offline = You are offline
offline-summary = This page is not kept on this device. Pages that are kept open as usual; try this one again when there is a network.
new-version = There is a newer version of this page.
new-version-reload = Show it

## Publishing

page-summary = { $title }. A page of “{ $site }”.
banner = Important notice
paper-address = This page on your phone:
print-test = Paper test
print-module = the whole module
print-this-module = The whole module, for print
print-answers = Answers
print-name = Name
print-form = form { $form }
print-other = Another test from the same questions: { $form }
print-of-points =
    { $count ->
        [one] of { $count } point
       *[other] of { $count } points
    }
print-pass =
    { $count ->
        [one] to pass: { $count } point ({ $percent } %)
       *[other] to pass: { $count } points ({ $percent } %)
    }
print-order = Number these in order
print-match = Write the letter that belongs to each
print-sort = Write the letter of the group for each
print-key-concealed = The answers of this quiz are not published, so they have no key here. The author has them.

## Search

search = Search
search-what = What are you looking for?
search-button = Search
search-help = Words or parts of words. “Quotation marks” keep words together.
search-needs-script = Searching needs JavaScript, which your browser has switched off. Your browser finds words on an open page with Ctrl+F, or Cmd+F on a Mac. These lists hold everything:
search-narrow = Narrow down
search-kind = Kind
search-every-kind = Everything
search-every-level = Every level
search-role = For
search-every-role = Everybody
search-every-language = All languages
search-kind-module = Module
search-kind-lesson = Lesson
search-kind-script = Conversation script
search-kind-handout = Handout
search-kind-form = Form
search-kind-page = Page
search-kind-term = Glossary
search-count = Results: { $count }
search-none = Nothing was found.
search-instead = Shown for “{ $words }”.
search-fault = The index could not be loaded. Try again.
search-hint-words = Try fewer or other words.
search-hint-parts = The beginning of a word is enough.
search-widen = Search without filters
search-everywhere = Search in all languages
search-more = More results
search-also = Also as:
search-keys = Searching with the keyboard
search-keys-words = From the field, the arrow keys lead through the results and back. Escape goes back to the field, and empties it.
search-slash = The key / opens the search on every page

## Reading levels and prompts

level-grade = { $grade ->
    [3] grade 3 or lower
   *[other] grade { $grade }
    }
level-grade-about = { $grade ->
    [3] grade 3 or lower
   *[other] about grade { $grade }
    }
reading-minutes = { $count ->
    [one] 1 minute to read
   *[other] { $count } minutes to read
    }
prompt-own-words = Say it in your own words
prompt-stays = What you write stays on this device. You do not have to write: you can say it out loud.
prompt-compare = Compare with a good answer
prompt-clear = Clear what I wrote
prompt-cleared = Cleared.

## Dragging

drag-to-row = Drag to a row, or choose there:

## Other languages and numbers

interface-language = The menus and buttons are in English: nobody has translated them yet.
number = { $value }
list-comma = { ", " }
index-search = Search these { $count } pages

## Recordings

transcript-page = The transcript on a page of its own
