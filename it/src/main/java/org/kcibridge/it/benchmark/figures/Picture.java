package org.kcibridge.it.benchmark.figures;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How far each figure is on the way to its aim, as bars: what reaches the line is there. */
public final class Picture {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 620;

    /** Whoever is far beyond an aim must not make all others small. */
    private static final double HIGHEST = 2;

    private static final Color MET = new Color(0x2e7d32);
    private static final Color MISSED = new Color(0xc62828);

    private final List<Figure> figures;

    public Picture(List<Figure> figures) {
        this.figures =
                figures.stream().filter(figure -> figure.aim().isPresent()).toList();
    }

    /** Writes it as PNG; with nothing to show there is none. */
    public void write(Path file) throws IOException {
        if (!figures.isEmpty()) {
            BitmapEncoder.saveBitmap(chart(), file.toString(), BitmapEncoder.BitmapFormat.PNG);
        }
    }

    private CategoryChart chart() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("How much of its aim each figure reaches (1 is there, %s and more is cut off)"
                        .formatted(Numbers.brief(HIGHEST)))
                .theme(Styler.ChartTheme.Matlab)
                .build();
        CategoryStyler style = chart.getStyler();
        style.setLegendPosition(Styler.LegendPosition.InsideNE);
        style.setXAxisLabelRotation(60);
        style.setOverlapped(true);
        style.setAvailableSpaceFill(0.7);
        style.setYAxisMin(0.0).setYAxisMax(HIGHEST);
        List<String> names = figures.stream()
                .map(figure -> figure.of() + ": " + figure.name())
                .toList();
        chart.addSeries("met", names, bars(true)).setFillColor(MET);
        chart.addSeries("missed", names, bars(false)).setFillColor(MISSED);
        CategorySeries line = chart.addSeries("aim", names, new ArrayList<>(Collections.nCopies(names.size(), 1.0)));
        line.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
        line.setLineColor(Color.BLACK);
        line.setMarker(SeriesMarkers.NONE);
        return chart;
    }

    private List<Double> bars(boolean met) {
        return figures.stream()
                .map(figure -> figure.isMet().orElseThrow() == met
                        ? Math.min(HIGHEST, figure.aim().orElseThrow().progress(figure.result()))
                        : 0.0)
                .toList();
    }
}
