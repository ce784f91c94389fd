"""What the form templates in templates/nlds need: a field's input with the right attributes."""

from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField, BoundWidget
from django.forms.formsets import BaseFormSet
from django.utils.safestring import SafeString

register = template.Library()

TEXT_TYPES = {"text", "search"}


def shape(widget: forms.Widget) -> str:
    """Which of the form templates a widget is shown with."""
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    return "parts" if isinstance(widget, forms.MultiWidget) else "input"


@register.filter
def field_shape(field: BoundField) -> str:
    return shape(field.field.widget)


def css_class(widget: forms.Widget, invalid: bool) -> str:
    if isinstance(widget, forms.Textarea):
        name, html = "utrecht-textarea", "utrecht-textarea--html-textarea"
    elif isinstance(widget, forms.CheckboxInput):
        return "utrecht-checkbox utrecht-checkbox--custom utrecht-checkbox--html-input"
    elif isinstance(widget, forms.Select):
        name, html = "utrecht-select", "utrecht-select--html-select"
    elif isinstance(widget, forms.FileInput):
        name, html = "wt-file", ""
    else:
        name, html = "utrecht-textbox", "utrecht-textbox--html-input"
    return " ".join(part for part in (name, html, f"{name}--invalid" if invalid else "") if part)


def reads_both_ways(widget: forms.Widget) -> bool:
    """Free text may be typed in any script; the browser then looks at the first letter."""
    if isinstance(widget, forms.Textarea):
        return True
    return getattr(widget, "input_type", "") in TEXT_TYPES and not isinstance(
        widget, forms.MultiWidget
    )


@register.simple_tag
def nlds_input(field: BoundField) -> SafeString:
    """The input, select or textarea of a field that is one thing."""
    widget = field.field.widget
    own = widget.attrs
    attrs: dict[str, Any] = {
        "class": f"{css_class(widget, bool(field.errors))} {own.get('class', '')}".strip()
    }
    if reads_both_ways(widget) and "dir" not in own:
        attrs["dir"] = "auto"
    if field.field.required:
        attrs["aria-required"] = "true"
    return field.as_widget(attrs=attrs)


@register.simple_tag
def nlds_option(option: BoundWidget) -> SafeString:
    """One radio or checkbox of a group. The group, not the option, carries error and help."""
    kind = option.data["type"]
    look = "utrecht-radio-button utrecht-radio-button--html-input"
    if kind == "checkbox":
        look = "utrecht-checkbox utrecht-checkbox--custom utrecht-checkbox--html-input"
    spared = ("aria-invalid", "aria-describedby", "required")
    attrs = {key: value for key, value in option.data["attrs"].items() if key not in spared}
    attrs["class"] = look
    return BoundWidget(option.parent_widget, {**option.data, "attrs": attrs}, option.renderer).tag()


@register.simple_tag
def nlds_parts(field: BoundField) -> list[dict[str, Any]]:
    """The parts of a multiple input, each with its own label; what was typed is shown again."""
    widget: Any = field.field.widget
    names = getattr(widget, "labels", [""] * len(widget.widgets))
    attrs = {"id": field.auto_id} if field.auto_id else {}
    context = widget.get_context(field.html_name, field.value(), attrs)["widget"]
    parts = []
    for label, part, inner in zip(names, context["subwidgets"], widget.widgets, strict=True):
        looks = {"class": css_class(inner, bool(field.errors))}
        if field.errors:
            looks["aria-invalid"] = "true"
        part = {**part, "attrs": {**part["attrs"], **looks}}
        shown = BoundWidget(inner, part, field.form.renderer).tag()
        parts.append({"label": label or field.label, "id": part["attrs"].get("id"), "tag": shown})
    return parts


@register.filter
def first_input_id(field: BoundField) -> str:
    """Where the link in the error summary goes: the first thing that can be filled in."""
    if shape(field.field.widget) in ("radios", "checkboxes", "parts"):
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


def wrong_fields(form: forms.BaseForm) -> Iterator[tuple[BoundField, str]]:
    for field in form:
        for error in field.errors:
            yield field, str(error)


@register.simple_tag
def nlds_errors(form: forms.BaseForm | BaseFormSet) -> dict[str, Any] | None:
    """All that is wrong, in the order of the page; nothing when all is well."""
    if not form.is_bound:
        return None
    whole = list(form.non_form_errors() if isinstance(form, BaseFormSet) else ())
    fields: list[tuple[BoundField, str]] = []
    for one in form.forms if isinstance(form, BaseFormSet) else [form]:
        whole += list(one.non_field_errors())
        fields += list(wrong_fields(one))
    return {"whole": whole, "fields": fields} if whole or fields else None
