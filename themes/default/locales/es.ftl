# Todas las palabras de la interfaz, en español. Los grupos siguen las plantillas.

## Alrededor de cada página
skip-to-content = Saltar al contenido
main-menu = Principal
menu = Menú
breadcrumbs = Dónde está
reading-level = Nivel de lectura
language = Idioma
on-this-page = En esta página
draft = Borrador: no usar con pacientes
home = Inicio
glossary = Glosario
bibliography = Referencias

## Clases de página: título, para qué sirven, enlace a todas
kind-modules = Módulos de formación
kind-modules-summary = Cursos breves para el personal, con preguntas que enseñan.
kind-modules-all =
    { $count ->
        [one] Ver el módulo
       *[other] Los { $count } módulos
    }
kind-scripts = Guiones de conversación
kind-scripts-summary = Practique una conversación difícil antes del día difícil.
kind-scripts-all =
    { $count ->
        [one] Ver el guion
       *[other] Los { $count } guiones
    }
kind-handouts = Hojas para pacientes
kind-handouts-summary = Palabras sencillas, en el nivel de lectura adecuado.
kind-handouts-all =
    { $count ->
        [one] Ver la hoja
       *[other] Las { $count } hojas
    }
kind-forms = Formularios
kind-forms-summary = Imprímalos o rellénelos juntos.
kind-forms-all =
    { $count ->
        [one] Ver el formulario
       *[other] Los { $count } formularios
    }
kind-pages = Más páginas
kind-pages-summary = Información de fondo y ayuda.
kind-pages-all =
    { $count ->
        [one] Ver la página
       *[other] Las { $count } páginas
    }
kind-quiz = Cuestionario
nothing-here = Todavía no hay nada aquí.

## Números y fechas
minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
lessons-count =
    { $count ->
        [one] { $count } lección
       *[other] { $count } lecciones
    }
questions-count =
    { $count ->
        [one] { $count } pregunta
       *[other] { $count } preguntas
    }
scenes-count =
    { $count ->
        [one] { $count } escena
       *[other] { $count } escenas
    }
endings-count =
    { $count ->
        [one] { $count } final
       *[other] { $count } finales
    }
points-count =
    { $count ->
        [one] { $count } punto
       *[other] { $count } puntos
    }
attempts-count =
    { $count ->
        [one] { $count } intento
       *[other] { $count } intentos
    }
percent = { $value } %
for-roles = Para { $roles }
date = { DATE($year, $month, $day) }

## Quién responde de una página
meta-for = Para
meta-owner = Responsable
meta-authors = Autoría
meta-reviewers = Revisión
meta-reviewed = Revisado
meta-review-due = Próxima revisión
meta-evidence = Evidencia
meta-tags = Temas
meta-version = Versión
yes = Sí

## Notas y referencias
notes = Notas
references = Referencias
back-to-text = Volver a la nota { $number } en el texto, lugar { $place }
back-to-citation = Volver a la fuente { $number } en el texto, lugar { $place }
cited-by = Citado en:
bibliography-summary = Todas las fuentes en que se basan estas páginas.

## Módulos y lecciones
figure-time = Duración
figure-lessons = Lecciones
figure-pass-mark = Para aprobar
figure-attempts = Intentos
figure-certificate = Certificado
start-module = Empezar el módulo
prerequisites = Antes de empezar
objectives = Después de este módulo podrá
lessons = Lecciones
lesson-position = Lección { $number } de { $total }
previous-and-next = Anterior y siguiente
previous-lesson = Anterior
next-lesson = Siguiente
overview = Resumen
module-end = Fin del módulo

## Hojas para pacientes
level-is = Nivel de lectura: { $level }
from = De { $owner }
whom-to-call = A quién llamar
key-messages = Lo más importante
read-more = Leer más
about-message = sobre el punto { $number }

## Guiones de conversación
cast = Quién habla
pass-when = Aprueba con { $rule }
what-do-you-say = ¿Qué dice usted?
leads-to = Lleva a: { $scene }
offered-if = Se ofrece si { $condition }
offered-once = Se ofrece una vez
what-this-does = Qué logra esto
best-choice = Respuesta modelo
critical-choice = Termina la conversación
ending-good = Un buen final
ending-fair = Un final aceptable
ending-poor = Un mal final
ending-other = Final: { $name }

## Glosario
glossary-summary = Palabras médicas en palabras sencillas.
letters = Letras
more-in-glossary = Más en el glosario

## Página no encontrada
not-found = Esta página no está aquí
not-found-summary = Puede que se haya movido o que la dirección tenga un error.
to-home = Ir a la página de inicio

## Bloques de contenido
block-key = Mensaje clave
block-steps = Qué hacer
block-say = Palabras que ayudan
block-discuss = Para conversar
block-resources = Para saber más
block-evidence = Qué dice la evidencia
block-myth = Mito
block-fact = Realidad
block-teachback = Con sus propias palabras
block-compare = Dos maneras de decirlo
block-video = Vídeo
block-audio = Grabación
good-answer = Qué contiene una buena respuesta
more = Más
transcript = Transcripción
download-media = Descargar el archivo
compare-bad = Sale mal
compare-good = Sale bien
grade-high = Certeza alta
grade-moderate = Certeza moderada
grade-low = Certeza baja
grade-very-low = Certeza muy baja
grade-none = No se hallaron estudios
grade-high-means = Es muy improbable que nuevas investigaciones lo cambien.
grade-moderate-means = Nuevas investigaciones pueden cambiarlo.
grade-low-means = Es probable que nuevas investigaciones lo cambien.
grade-very-low-means = Esto es muy incierto.
grade-none-means = Se basa en la opinión de expertos.

## Avisos y regiones (los usa el programa)
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
table-region = Tabla, se desplaza hacia los lados
code-region = Código, se desplaza hacia los lados

## Preguntas
question = Pregunta
question-number = Pregunta { $number }
question-kind-single = Elija una respuesta
question-kind-multiple = Elija todas las correctas
question-kind-true-false = ¿Verdadero o falso?
question-kind-short = Escriba una respuesta breve
question-kind-number = Escriba un número
question-kind-gaps = Complete los espacios
question-kind-order = Ponga en orden
question-kind-match = Una lo que va junto
question-kind-sort = Ordene en grupos
question-kind-reflect = Para reflexionar
gap-number = espacio { $number }
groups = Grupos:
how-sure = ¿Qué tan seguro está?
hint = Pista
show-answer = Mostrar la respuesta
show-model = Mostrar una respuesta modelo
right = Correcto
not-right = No es la respuesta
true = Verdadero
false = Falso
answer-true = La afirmación es verdadera
answer-false = La afirmación es falsa
if-true = Si eligió «verdadero»
if-false = Si eligió «falso»
tolerance = con un margen de { $value }
explanation = Por qué
tests-objective = Evalúa el objetivo:
quiz-draw = { $count } elegidas cada vez
quiz-pass = { $value } % para aprobar

## Preguntas que se responden en pantalla (las usa el script)
check-answer = Comprobar la respuesta
try-again = Intentar de nuevo
done = Listo
choose = Elija…
your-answer = Su respuesta
your-words = Con sus propias palabras. No salen de este dispositivo.
your-answer-right = Su respuesta: correcta
your-answer-wrong = Su respuesta: no es correcta
correct-answer = Respuesta correcta
partly-right = Correcto en parte
not-right-yet = No es correcto
points-earned =
    { $count ->
        [one] { $earned } de { $count } punto
       *[other] { $earned } de { $count } puntos
    }
parts-right = Lugares correctos: { $right } de { $total }
place-right = En el lugar correcto
place-wrong = No está en el lugar correcto
move-up = Subir
move-down = Bajar
moved-to = Ahora es el número { $place } de { $total }
i-am-sure = Tengo seguridad
i-am-not-sure = Tengo dudas
sure-right = Tenía seguridad, y acertó.
sure-wrong = Tenía seguridad en esta. Por eso merece otra mirada.
unsure-right = Tenía dudas, pero sabía más de lo que pensaba.
unsure-wrong = Tenía dudas: una buena señal de qué conviene releer.
compare-with-model = Compare sus palabras con la respuesta modelo de abajo.
thought-over = Gracias por reflexionar.
problem = Hay un problema
error-prefix = Error:
not-a-number = Escriba un número con cifras, como 90 o 0,5
missing-single = Elija una respuesta
missing-multiple = Elija al menos una respuesta
missing-true-false = Elija «verdadero» o «falso»
missing-short = Escriba una respuesta
missing-number = Escriba un número
missing-gaps = Complete todos los espacios
missing-order = Mueva los elementos hasta ponerlos en orden
missing-match = Elija una respuesta en cada fila
missing-sort = Elija un grupo en cada fila
missing-reflect = Escriba primero unas palabras
missing-sure = Diga qué tan seguro está

## A script for groups: map, cards and the best path on paper
papers = Para grupos
paper-map = Mapa
paper-cards = Tarjetas para actuar
paper-reading = Guion para leer en voz alta
to-script = Volver a la conversación
map-about = Toda la conversación de un vistazo, para quienes facilitan o escriben. Imprima esta página, o elija una escena para leerla.
map-picture = El mapa en imagen
map-region = Mapa, se desplaza hacia los lados
map-part = Mapa, parte { $number } de { $total }
map-list = El mapa como lista
map-start = Inicio
map-best = En el mejor camino
map-unreachable = Inalcanzable
map-apart = Nada lleva a estas escenas
map-stops = Una opción la termina aquí
map-goes-on = sigue abajo
map-too-large = Esta conversación tiene { $count } escenas y es demasiado grande o enredada para una imagen. La lista de abajo la contiene entera.
legend-line = Una opción lleva adelante, con su letra
legend-best = El mejor camino
legend-critical = Una opción que hace fracasar la conversación (✕)
legend-back = Lleva hacia atrás
legend-ending = Un final
legend-unreachable = Nada lleva aquí
cards-about = Represente la conversación con personas y papel.
cards-how-cut = Imprima las tarjetas y recórtelas por las líneas discontinuas. Las notas del final son para quien facilita.
cards-how-play = Una persona hace el papel de quien responde y lee las opciones. Las demás leen lo que dicen las otras personas. Empiecen por la tarjeta 1 y sigan con la tarjeta que indique la opción.
cards-how-watch = Quien facilita sigue las notas y, después de cada respuesta, pregunta primero: ¿qué efecto tuvo en la otra persona?
cards-roles = Quién representa a quién
cards-you-are = Usted representa a { $name } ({ $role }).
cards-speak-on = Sus líneas están en las tarjetas:
cards-choose-on = Usted elige en las tarjetas:
cards-skills = Usted practica:
cards-scenes = Tarjetas
cards-go-to = vaya a la tarjeta { $number }
cards-notes = Notas para quien facilita
cards-notes-about = Qué hace cada opción, según los números y las letras de las tarjetas.
cards-no-note = Sin nota.
reading-about = El mejor camino, línea por línea, para leer en voz alta.
reading-parts = Papeles
reading-narrator = Narración
compare-end = Termina con: { $scene }
compare-note = Nota
compare-note-on = Nota · { $side }

## Conversations that are played (used by the script)
talk-title = Practique la conversación
talk-looking = Mirar hacia atrás
talk-how = Lea lo que se dice y elija sus palabras. Puede deshacer cualquier elección y volver a empezar cuantas veces quiera.
talk-late = Al final verá qué efecto tuvo cada elección.
talk-private = Lo que haga aquí se queda en este dispositivo.
talk-passed-before = Ya ha superado esta conversación.
talk-begin = Empezar
talk-log = Conversación
talk-you = Usted
talk-next = Siguiente
talk-look = Repasar la conversación
talk-back = Deshacer una elección
talk-restart = Empezar de nuevo
talk-pace = Mostrar todas las líneas a la vez
talk-all-scenes = Leer todas las escenas
talk-changed = Esta conversación ha cambiado desde su última visita. Continúa hasta donde sus elecciones todavía encajan.
talk-passed = Superada
talk-missed = Esta vez no se ha superado
talk-failed = No superada: una elección le puso fin
talk-stuck = La conversación no tiene final aquí
talk-goals = Para superarla:
talk-reached = Ha alcanzado: { $values }
talk-meters = Cómo ha ido
talk-dashed = La línea discontinua es lo que hace falta para superarla.
talk-numbers = Los números en una tabla
talk-after = Tras la elección
talk-at-start = Inicio
talk-skills = Habilidades que ha usado
talk-ratio = Reflejos y preguntas
ratio-reflections = Reflejos
ratio-questions = Preguntas
ratio-for-each = Reflejos por cada pregunta
ratio-none = Esta vez no ha habido reflejos ni preguntas.
ratio-alone = Ha reflejado y no ha preguntado nada.
ratio-low = Menos reflejos que preguntas. Con más reflejos puede mostrar que ha escuchado.
ratio-fair = Al menos un reflejo por cada pregunta: lo que el manual MITI llama aceptable.
ratio-good = Dos reflejos o más por cada pregunta: lo que el manual MITI llama bueno.
ratio-literature = La proporción viene de MITI 4, con el que evaluadores formados valoran entrevistas motivacionales grabadas. Sus umbrales, 1 reflejo por cada pregunta (aceptable) y 2 (bueno), son la opinión de expertos. Una conversación escrita ofrece pocas elecciones: tome el número como una pista, no como una nota. En un ensayo aleatorizado con 120 profesionales de la salud, practicar con un paciente virtual mejoró esta proporción más que el estudio por cuenta propia.
talk-path = Lo que se dijo
talk-better = Una respuesta modelo aquí
talk-retry = Volver a intentarlo desde este momento
talk-print = Imprimir esta página

## Cuestionarios (las usa el script)
quiz-draw-of = Cada vez se eligen { $count } de estas { $total } preguntas.
answer-after-quiz = La respuesta se muestra al terminar el cuestionario. Para eso hace falta JavaScript.
question-changed = Esta pregunta cambió desde que usted la respondió. Por favor, respóndala de nuevo.
before-right = Ya respondida: correcto.
before-partly = Ya respondida: correcto en parte.
before-wrong = Ya respondida: no es correcto.
before-noted = Esto lo escribió usted antes.
quiz-before = Antes de empezar
quiz-fact-questions = Preguntas
quiz-fact-left = Intentos que quedan
quiz-fact-best = Mejor resultado
quiz-fact-score = Su resultado
quiz-fact-points = Puntos
quiz-of = { $part } de { $total }
quiz-no-limit = Sin límite
quiz-percent-passed = { $percent } %, aprobado
quiz-rule-change = Puede cambiar cualquier respuesta hasta que entregue. Las respuestas se guardan en este dispositivo: puede irse y seguir después.
quiz-rule-not-kept = Puede cambiar cualquier respuesta hasta que entregue. Este navegador no guarda las respuestas: termine antes de salir de la página.
quiz-rule-draw = En cada intento se eligen las preguntas de nuevo.
quiz-rule-partly = Lo que es correcto en parte recibe una parte de los puntos.
quiz-rule-reflection = Las preguntas para reflexionar no cuentan.
quiz-rule-best = Cuenta su mejor intento.
quiz-under-way = Empezó este intento el { $date }. Respondidas hasta ahora: { $done } de { $total }.
quiz-start = Empezar el cuestionario
quiz-go-on = Continuar
quiz-try-again = Intentar de nuevo
quiz-practise = Practicar sin que cuente
quiz-see-last = Ver el último resultado
quiz-attempt = Intento { $attempt }
quiz-attempt-of = Intento { $attempt } de { $attempts }
quiz-practice = Práctica: no cuenta
quiz-answered = Respondidas: { $done } de { $total }
quiz-next-open = Siguiente sin responder
quiz-hand-in = Entregar
quiz-all-the-same = Entregar de todos modos
quiz-missing = Sin responder: { $number }
quiz-unanswered = No respondió a esta pregunta.
quiz-result = Su resultado
quiz-passed = Aprobado
quiz-not-yet = Todavía no aprobado
quiz-finished = Terminado
quiz-did-not-count = Fue una práctica. No contó.
quiz-best-stays = Se mantiene su mejor resultado: { $percent } %.
quiz-none-left = Ya usó todos los intentos, y se mantiene su mejor resultado. Puede seguir practicando: no cuenta, y ayuda. Si necesita otro intento, hable con quienes organizan esta capacitación.
quiz-none-left-passed = Ya usó todos los intentos. Aprobó, y se mantiene su mejor resultado. Puede seguir practicando.
quiz-read-again = Qué conviene releer
quiz-mastery = Cómo va, por objetivo
quiz-reached = Alcanzado
quiz-partly = Alcanzado en parte
quiz-not-reached = Todavía no alcanzado
quiz-certainty = Qué tan seguras fueron sus respuestas
quiz-sure-wrong = Con seguridad, y no era correcto
quiz-sure-wrong-means = Esto merece otra mirada primero.
quiz-unsure-wrong = Con dudas, y no era correcto
quiz-unsure-wrong-means = Usted sabía qué conviene releer.
quiz-unsure-right = Con dudas, y era correcto
quiz-unsure-right-means = Sabe más de lo que pensaba.
quiz-sure-right = Con seguridad, y era correcto
quiz-sure-right-means = Esto ya lo domina.
quiz-none = Ninguna
quiz-review-below = Abajo están todas las preguntas, con sus respuestas, las correctas y por qué.
quiz-gone = Preguntas que se quitaron del cuestionario desde que usted empezó: { $number }. Sus otras respuestas se conservan.
quiz-all-gone = El cuestionario cambió desde que usted empezó, y no queda ninguna de sus preguntas. Empieza un intento nuevo; el anterior no contó.
quiz-changed-some = Preguntas que cambiaron desde que usted las respondió: { $number }. Por favor, respóndalas de nuevo.
quiz-changed-since = Esta pregunta cambió desde que usted la respondió; por eso no se muestra su respuesta.

## Progress and certificate

my-progress = Mi progreso
my-progress-summary = Lo que ha leído, respondido y practicado aquí. Se queda en este navegador y no se envía a ninguna parte.
needs-script = Su navegador no ejecuta scripts. Todo se puede leer, pero no se recuerda nada de lo que haga.
this-module = Este módulo:
state-not-started = Sin empezar
state-in-progress = En curso
state-passed = Aprobado
state-not-passed = Aún no aprobado
lessons-read = Lecciones leídas: { $read } de { $total }
questions-answered = Preguntas respondidas: { $answered } de { $total }
best-result = Mejor resultado: { $value } %
lesson-done = Hecho
mark-as-done = Marcar como hecha
marked-done = Marcada como hecha.
marked-todo = Ya no está marcada como hecha.
marked-auto = Ha llegado al final: se ha marcado como hecha.
continue-module = Continuar
script-tried = Practicada, aún no aprobada
script-not-tried = Sin practicar todavía
store-missing = Este navegador no guarda nada de este sitio. Puede usarlo todo, pero lo que haga se olvida al salir de la página.
store-full = No queda sitio en este navegador. Puede seguir, pero lo que haga desde ahora se olvida al salir de la página.
store-newer = Una versión más nueva de este sitio guarda su progreso en este navegador. No se toca; lo que haga en esta copia se olvida al salir de la página.
store-apart = Este navegador guarda su progreso solo hasta que lo cierre, porque el sitio se abrió desde un disco. Guárdelo en un archivo antes de cerrar el navegador.
store-damaged = No se pudo leer lo que guardaba este navegador. Se ha apartado y se ha empezado un registro nuevo. Si guardó su progreso en un archivo, puede recuperarlo más abajo.
keep-progress = Guardarlo, llevarlo, borrarlo
keep-progress-summary = Su progreso pertenece a este navegador y a este dispositivo. Con un archivo puede llevarlo a otro o ponerlo a salvo.
save-progress = Guardar en un archivo
save-progress-summary = Crea un archivo pequeño con todo lo anterior. No contiene su nombre, salvo que haya hecho un certificado.
save-to-file = Guardar mi progreso
progress-saved = El archivo se ha entregado a su navegador para guardarlo.
bring-progress = Recuperar de un archivo
bring-progress-summary = Añade lo que hay en el archivo a lo que hay aquí. Se conserva el mejor resultado.
progress-brought = Se ha añadido su progreso.
file-damaged = No se puede leer este archivo. No es un archivo de progreso o está dañado.
file-newer = Este archivo viene de una versión más nueva de este sitio y aquí no se puede leer.
file-foreign = Este archivo pertenece a otro sitio.
file-unread = No se pudo abrir el archivo.
erase-progress = Borrar
erase-progress-summary = Elimina todo lo que este sitio guarda en este navegador.
erase-everything = Borrar todo
erase-question = ¿Borrar su progreso?
erase-warning = Se eliminarán de este navegador las lecciones, las respuestas, los resultados y su nombre. No se puede deshacer. Un archivo que haya guardado se conserva.
keep-it = Conservarlo
progress-erased = Se ha borrado todo.
certificate = Certificado
certificate-of-completion = Certificado de finalización
certificate-not-yet = Obtendrá este certificado cuando alcance el { $value } % en el cuestionario de este módulo.
certificate-not-yet-read = Obtendrá este certificado cuando haya leído todas las lecciones de este módulo.
certificate-your-name = Su nombre, como debe figurar en el certificado
certificate-name-stays = Se queda en este dispositivo.
certificate-name-missing = Escriba su nombre
certificate-make = Hacer mi certificado
certificate-has-completed = ha completado
certificate-date = Fecha
certificate-score = Resultado
certificate-check = Para comprobarlo: «teachback verify-certificate» compara este texto con el sitio publicado. Muestra que el texto concuerda con el sitio; no puede mostrar quién respondió.
print = Imprimir

## Languages and roles

in-language =
    { $code ->
        [ar] En árabe
        [de] En alemán
        [en] En inglés
        [es] En español
        [fr] En francés
       *[other] Idioma: { $name }
    }
roles-i-am = Soy parte de …
roles-help = Su elección le muestra por dónde empezar y deja fuera lo que es para otros. Se queda en este navegador.
role-forget = Olvidar mi elección
role-chosen = (elegido)
role-summary = Lo que hay aquí para su trabajo, en un orden con sentido.
role-mine = Este es mi trabajo
role-mine-help = Las páginas muestran entonces lo que es para usted y dejan fuera lo que es para otros. En papel siempre está todo.
role-path = Aprender, paso a paso
role-time = En total: { $time }
role-time-left = Quedan: { $minutes } min
role-begin = Empezar con: { $title }
role-next = Siguiente: { $title }
role-done = Ha terminado todos los módulos para su trabajo.
role-after = Antes:
role-others = Elegir otro trabajo
role-note = Se muestra para: { $role }. Lo que es para otros está oculto.
role-show-all = Mostrar todo

## Without a network

offline = No hay conexión
offline-summary = Esta página no está guardada en este dispositivo. Las páginas guardadas se abren como siempre; vuelva a intentarlo con esta cuando haya conexión.
new-version = Hay una versión más reciente de esta página.
new-version-reload = Mostrarla

## Publishing

page-summary = { $title }. Una página de «{ $site }».
banner = Aviso importante
paper-address = Esta página en su teléfono:
print-test = Examen en papel
print-module = el módulo completo
print-this-module = El módulo completo, para imprimir
print-answers = Respuestas
print-name = Nombre
print-form = forma { $form }
print-other = Otro examen con las mismas preguntas: { $form }
print-of-points =
    { $count ->
        [one] de { $count } punto
       *[other] de { $count } puntos
    }
print-pass =
    { $count ->
        [one] para aprobar: { $count } punto ({ $percent } %)
       *[other] para aprobar: { $count } puntos ({ $percent } %)
    }
print-order = Numere por orden
print-match = Escriba la letra que corresponde a cada uno
print-sort = Escriba la letra del grupo de cada uno
print-key-concealed = Las respuestas de este cuestionario no se publican, así que no hay clave. Las tiene quien lo escribió.

## Search

search = Buscar
search-what = ¿Qué busca?
search-button = Buscar
search-help = Palabras o partes de palabras. Las «comillas» mantienen juntas las palabras.
search-needs-script = Para buscar hace falta JavaScript, y su navegador lo tiene desactivado. En una página abierta, el navegador encuentra palabras con Ctrl+F, o Cmd+F en un Mac. Estas listas lo contienen todo:
search-narrow = Acotar
search-kind = Tipo
search-every-kind = Todo
search-every-level = Todos los niveles
search-role = Para
search-every-role = Todas las personas
search-every-language = Todos los idiomas
search-kind-module = Módulo
search-kind-lesson = Lección
search-kind-script = Guion de conversación
search-kind-handout = Hoja informativa
search-kind-form = Formulario
search-kind-page = Página
search-kind-term = Glosario
search-count = Resultados: { $count }
search-none = No se ha encontrado nada.
search-instead = Se muestra lo que hay para «{ $words }».
search-fault = No se ha podido cargar el índice. Inténtelo de nuevo.
search-hint-words = Pruebe con menos palabras o con otras.
search-hint-parts = Basta el principio de una palabra.
search-widen = Buscar sin filtros
search-everywhere = Buscar en todos los idiomas
search-more = Más resultados
search-also = También como:
search-keys = Buscar con el teclado
search-keys-words = Desde el campo, las flechas recorren los resultados y vuelven. Escape vuelve al campo y lo vacía.
search-slash = La tecla / abre la búsqueda en todas las páginas

## Niveles de lectura y preguntas de comprensión

level-grade = { $grade ->
    [3] 3.º grado o menos
   *[other] { $grade }.º grado
    }
level-grade-about = { $grade ->
    [3] 3.º grado o menos
   *[other] cerca de { $grade }.º grado
    }
reading-minutes = { $count ->
    [one] 1 minuto de lectura
   *[other] { $count } minutos de lectura
    }
prompt-own-words = Dígalo con sus propias palabras
prompt-stays = Lo que escriba se queda en este dispositivo. No tiene que escribir: puede decirlo en voz alta.
prompt-compare = Comparar con una buena respuesta
prompt-clear = Borrar lo que escribí
prompt-cleared = Borrado.

## Arrastrar

drag-to-row = Arrastre a una fila, o elija en ella:

## Otros idiomas y números

interface-language = Los menús y botones están en inglés: nadie los ha traducido todavía.
number = { $value }
list-comma = { ", " }
index-search = Buscar en estas { $count } páginas

## Grabaciones

transcript-page = La transcripción en una página aparte
