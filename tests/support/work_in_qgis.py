"""A morning's work in a real QGIS: step the clock, add a stop by its form, print, save.

Run by the system's Python, which owns QGIS: ``python3 work_in_qgis.py PROJECT VALUES PICTURES``.
It prints what it saw as one JSON object.
"""

# ruff: noqa: ANN001, ANN201, FBT003 - QGIS's Python knows no types and takes flags by position

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsInterval,
    QgsLayoutExporter,
    QgsPointXY,
    QgsProject,
    QgsTemporalNavigationObject,
    QgsVectorLayerTemporalContext,
    QgsVectorLayerTools,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm, QgsGui

PAGES = (0, 2)


class Tools(QgsVectorLayerTools):
    """What the desktop gives to forms that list rows of other tables; none of it is used."""


TOOLS = Tools()


def step_the_clock(project):
    """Return how many stops each frame of the project's clock shows."""
    clock = project.timeSettings()
    animation = QgsTemporalNavigationObject()
    animation.setTemporalExtents(clock.temporalRange())
    animation.setFrameDuration(QgsInterval(clock.timeStep(), clock.timeStepUnit()))
    (stops,) = project.mapLayersByName("Stops")
    counts = []
    for frame in range(animation.totalFrameCount()):
        context = QgsVectorLayerTemporalContext()
        context.setLayer(stops)
        span = animation.dateTimeRangeForFrameNumber(frame)
        shown = stops.temporalProperties().createFilterString(context, span)
        request = QgsFeatureRequest().setFilterExpression(shown)
        counts.append(sum(1 for _ in stops.getFeatures(request)))
    return counts


def refused_by(layer, feature):
    """Return the fields whose checks do not let a feature pass."""
    check = QgsVectorLayerUtils.validateAttribute
    numbers = range(len(layer.fields()))
    return [layer.fields()[n].name() for n in numbers if not check(layer, feature, n)[0]]


def fill_in(layer, values):
    """Add a feature as the desktop does, by its form; tell what the form proposed and refused."""
    place = QgsGeometry.fromPointXY(QgsPointXY(*values.pop("position")))
    context = QgsExpressionContext()
    for scope in QgsExpressionContextUtils.globalProjectLayerScopes(layer):
        context.appendScope(scope)
    assert layer.startEditing()
    feature = QgsVectorLayerUtils.createFeature(layer, place, {}, context)
    seen = {"proposed": {name: feature[name] for name in ("certainty", "precision", "tour")}}
    around = QgsAttributeEditorContext()
    around.setVectorLayerTools(TOOLS)
    form = QgsAttributeForm(layer, QgsFeature(feature), around)
    form.setMode(QgsAttributeEditorContext.AddFeatureMode)
    for name, value in (values | {"date_edtf": "in May", "sources": "nobody"}).items():
        form.changeAttribute(name, value)
    seen["refused"] = refused_by(layer, form.currentFormFeature())
    for name, value in values.items():
        form.changeAttribute(name, value)
    seen["still refused"] = refused_by(layer, form.currentFormFeature())
    seen["id"] = form.currentFormFeature()["id"]
    seen["saved"] = [form.save(), layer.commitChanges()]
    return seen


def print_pages(project, pictures):
    """Print two pages of each atlas; return their files."""
    files = []
    for layout in project.layoutManager().printLayouts():
        atlas = layout.atlas()
        atlas.beginRender()
        for number in PAGES:
            atlas.seekTo(number)
            target = pictures / f"{atlas.currentFilename()}.pdf"
            settings = QgsLayoutExporter.PdfExportSettings()
            assert QgsLayoutExporter(layout).exportToPdf(str(target), settings) == 0
            files.append(target.name)
        atlas.endRender()
    return files


def main(address, values, pictures) -> None:
    application = QgsApplication([], True)
    application.initQgis()
    QgsGui.editorWidgetRegistry().initEditors()
    try:
        project = QgsProject.instance()
        old = []
        project.oldProjectVersionWarning.connect(old.append)
        seen = {"opened": project.read(address), "old": old}
        seen["counts"] = step_the_clock(project)
        (stops,) = project.mapLayersByName("Stops")
        seen |= fill_in(stops, json.loads(values))
        seen["pages"] = print_pages(project, Path(pictures))
        seen["written"] = project.write()
        project.clear()
        seen["again"] = project.read(address)
        (stops,) = project.mapLayersByName("Stops")
        seen["stops"] = stops.featureCount()
        seen["layouts"] = sorted(each.name() for each in project.layoutManager().printLayouts())
        seen["themes"] = project.mapThemeCollection().mapThemes()
        sys.stdout.write(json.dumps(seen))
        sys.stdout.flush()
    finally:
        os._exit(0)  # taking QGIS down in order crashes some of its versions


if __name__ == "__main__":
    main(*sys.argv[1:])
