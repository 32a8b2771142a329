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
date =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }

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
