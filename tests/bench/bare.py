"""The reference of S1: a Django view that inserts one row in one transaction, and nothing else."""

from django.contrib.auth.decorators import login_not_required
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path


class Row(models.Model):
    words = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "bench"
        db_table = "bench_row"


@login_not_required
def insert(request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        Row.objects.create(words=request.POST["words"])
    return HttpResponse(status=302, headers={"Location": "/"})


urlpatterns = [path("row/", insert)]
