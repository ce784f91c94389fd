"""Addresses of voices: questions, stories, lessons, remarks, figures one by one, and pilots."""

from django.urls import URLPattern, path

from monitor.views import circle, indicators, pilots, questions, remarks, stories, team_voices

urlpatterns: list[URLPattern] = [
    path("vragen/<slug:token>/", questions.questions, name="questions"),
    path("verhaal/weghalen/", questions.withdraw_story, name="story_withdraw_code"),
    path("mijn/verhalen/", stories.my_stories, name="my_stories"),
    path("mijn/verhalen/nieuw/<slug:kind>/", stories.tell, name="story_tell"),
    path("mijn/verhalen/<uuid:pk>/", stories.read_back, name="story_own"),
    path("mijn/verhalen/<uuid:pk>/wijzigen/", stories.change, name="story_change"),
    path("mijn/verhalen/<uuid:pk>/vrijgeven/", stories.release, name="story_release"),
    path("mijn/verhalen/<uuid:pk>/weghalen/", stories.withdraw, name="story_withdraw"),
    path("monitor/verhalen/", stories.stories, name="stories"),
    path("monitor/leeskring/", circle.circle, name="circle"),
    path("monitor/leeskring/<uuid:pk>/", circle.circle_story, name="circle_story"),
    path("monitor/lessen/", circle.lessons, name="lessons"),
    path("monitor/lessen/lijkt/", circle.lessons_alike, name="lessons_alike"),
    path("monitor/lessen/nieuw/", circle.lesson_new, name="lesson_new"),
    path("monitor/lessen/<uuid:pk>/", circle.lesson_keep, name="lesson_keep"),
    path("monitor/cijfers/", indicators.indicators, name="indicators"),
    path("monitor/cijfers/<slug:key>/", indicators.indicator, name="indicator"),
    path("monitor/gesprek/", remarks.remarks, name="remarks"),
    path("monitor/gesprek/vraag/<slug:key>/", remarks.remark_ask, name="remark_ask"),
    path("monitor/gesprek/<uuid:pk>/", remarks.remark_answer, name="remark_answer"),
    path("monitor/vragenlijsten/", questions.lists, name="question_lists"),
    path("monitor/vragenlijsten/<int:pk>/", questions.typed, name="questions_typed"),
    path("monitor/vragenlijsten/<int:pk>/papier/", questions.paper, name="questions_paper"),
    path("monitor/team/stemmen/", team_voices.voices, name="team_voices"),
    path("monitor/team/antwoord/<uuid:pk>/", team_voices.answer_sort, name="answer_sort"),
    path("monitor/proeven/", pilots.pilots, name="pilots"),
    path("monitor/proeven/nieuw/", pilots.begin, name="pilot_begin"),
    path("monitor/proeven/<uuid:pk>/", pilots.pilot, name="pilot"),
    path("monitor/proeven/<uuid:pk>/afsluiten/", pilots.end, name="pilot_end"),
]
