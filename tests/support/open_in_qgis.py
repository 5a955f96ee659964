"""Open a life in a real QGIS and print what it made of it, as one JSON object.

Run by the system's Python, which owns QGIS: ``python3 open_in_qgis.py FOLDER PROJECT PICTURES``.
"""

# ruff: noqa: ANN001, ANN201, FBT003 - QGIS's Python knows no types and takes flags by position

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime

DECADES = range(1880, 1960, 10)


def midnight(year):
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt.UTC)


def bare_request(expression):
    """Return what asks for rows without their shapes, which take long to read."""
    request = QgsFeatureRequest().setFilterExpression(expression)
    return request.setFlags(QgsFeatureRequest.NoGeometry)


def unseen_on_last_day(layer, features):
    """Ids of some features that a frame which begins on their last day does not show."""
    temporal = layer.temporalProperties()
    if not (temporal.endExpression() and temporal.endField()):
        return []  # the dates of landmarks are EDTF
    unseen = []
    for feature in features[:: max(1, len(features) // 12)]:
        begin = QDateTime(feature["end_date"], QTime(0, 0), Qt.UTC)
        frame = QgsVectorLayerTemporalContext()
        frame.setLayer(layer)
        span = QgsDateTimeRange(begin, begin.addMonths(3), True, False)
        request = bare_request(temporal.createFilterString(frame, span))
        if feature.id() not in {each.id() for each in layer.getFeatures(request)}:
            unseen.append(feature["id"])
    return unseen


def describe(layer):
    temporal = layer.temporalProperties()
    renderer = layer.renderer()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    features = list(layer.getFeatures())
    undrawn = []
    render_context = QgsRenderContext()
    render_context.setExpressionContext(context)
    renderer.startRender(render_context, layer.fields())
    for feature in features:
        render_context.expressionContext().setFeature(feature)
        if not renderer.originalSymbolsForFeature(feature, render_context):
            undrawn.append(feature.id())
    renderer.stopRender(render_context)
    context.setFeature(features[0])
    counts = {}
    for year in DECADES:
        frame = QgsVectorLayerTemporalContext()
        frame.setLayer(layer)
        span = QgsDateTimeRange(midnight(year), midnight(year + 10), True, False)
        expression = temporal.createFilterString(frame, span)
        request = bare_request(expression or "true")
        counts[str(year)] = sum(1 for _ in layer.getFeatures(request))
    return {
        "valid": layer.isValid(),
        "title": layer.metadata().title(),
        "abstract": layer.metadata().abstract(),
        "licences": layer.metadata().licenses(),
        "crs": layer.crs().authid(),
        "features": len(features),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "aliases": {field.name(): field.alias() for field in layer.fields()},
        "widgets": {
            field.name(): layer.editorWidgetSetup(index).type()
            for index, field in enumerate(layer.fields())
        },
        "renderer": renderer.type(),
        "categories": [item.value() for item in getattr(renderer, "categories", list)()],
        "undrawn": undrawn,
        "unseen": unseen_on_last_day(layer, features),
        "until": temporal.endExpression(),
        "labels": layer.labelsEnabled() and layer.labeling() is not None,
        "label": layer.labeling().settings().fieldName if layer.labeling() else None,
        "tip": QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context),
        "display": str(QgsExpression(layer.displayExpression()).evaluate(context)),
        "active": temporal.isActive(),
        "mode": int(temporal.mode()),
        "limit": int(temporal.limitMode()),
        "start": temporal.startField(),
        "end": temporal.endField(),
        "accumulate": temporal.accumulateFeatures(),
        "decades": counts,
    }


def picture(layers, project, path, year=None):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setOutputSize(QSize(1200, 800))
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setBackgroundColor(project.backgroundColor())
    if year is not None:
        settings.setIsTemporal(True)
        settings.setTemporalRange(QgsDateTimeRange(midnight(year), midnight(year + 1)))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(str(path))
    colours = {image.pixel(x, y) for x in range(0, 1200, 2) for y in range(0, 800, 2)}
    return len(colours)


def dark_pixels(layer):
    """Draw each leg alone on a square of 240 pixels and count those that stand out."""
    counts = {}
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setOutputSize(QSize(240, 240))
    settings.setDestinationCrs(layer.crs())
    for identifier in [feature["id"] for feature in layer.getFeatures()]:
        layer.setSubsetString(f"\"id\" = '{identifier}'")
        extent = layer.extent()
        extent.grow(max(extent.width(), extent.height()) * 0.1)
        settings.setExtent(extent)
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        image = job.renderedImage()
        pixels = (image.pixelColor(x, y) for x in range(240) for y in range(240))
        counts[identifier] = sum(1 for colour in pixels if colour.green() < 110)
    layer.setSubsetString("")
    return counts


def main(folder, project_file, pictures) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    try:
        report = {"layers": {}, "project": {}}
        for path in sorted(folder.glob("*.geojson")):
            layer = QgsVectorLayer(str(path), path.stem, "ogr")
            layer.loadDefaultStyle()  # the desktop does this; the constructor alone does not
            layer.loadDefaultMetadata()
            report["layers"][path.stem] = describe(layer)
            if path.stem == "legs":
                report["dark"] = dark_pixels(layer)
        project = QgsProject.instance()
        opened = project.read(str(project_file))
        clock = project.timeSettings()
        span = clock.temporalRange()
        layers = project.layerTreeRoot().layerOrder()
        report["project"] = {
            "opened": opened,
            "dirty": project.isDirty(),
            "title": project.title(),
            "crs": project.crs().authid(),
            "range": [span.begin().toString(Qt.ISODate), span.end().toString(Qt.ISODate)],
            "step": clock.timeStep(),
            "unit": int(clock.timeStepUnit()),
            "navigation": project.readNumEntry("TemporalControllerWidget", "/NavigationMode")[0],
            "order": [layer.name() for layer in layers],
            "ids": sorted(project.mapLayers()),
            "layers": {layer.name(): describe(layer) for layer in layers},
        }
        report["colours"] = {"whole": picture(layers, project, pictures / "whole.png")}
        for year in (1895, 1919, 1934, 1940):
            name = pictures / f"{year}.png"
            report["colours"][str(year)] = picture(layers, project, name, year)
        sys.stdout.write(json.dumps(report))
        sys.stdout.flush()
    finally:
        os._exit(0)  # taking QGIS down in order crashes some of its versions


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
