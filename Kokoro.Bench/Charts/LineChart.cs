using System.Globalization;
using System.Text;

namespace Kokoro.Bench.Charts;

/// <summary>Lines over a few named places, as an SVG that needs nothing else.</summary>
internal sealed class LineChart(string title, string unit, IReadOnlyList<string> places)
{
    private const int Width = 640;
    private const int Height = 320;
    private const int Left = 64;
    private const int Right = 150;
    private const int Top = 40;
    private const int Bottom = 44;
    private const int Steps = 5;

    private static readonly string[] Colours = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd"];

    /// <summary>Of the axis, with any number of zeros.</summary>
    private static readonly double[] Marks = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10];

    private readonly List<(string Name, IReadOnlyList<double> Values)> _lines = [];

    /// <param name="values">One for each place.</param>
    public void Add(string name, IReadOnlyList<double> values)
    {
        if (values.Count != places.Count)
            throw new ArgumentException($"a line has {places.Count} values, not {values.Count}", nameof(values));
        _lines.Add((name, values));
    }

    public string ToSvg()
    {
        var most = Ceiling(_lines.SelectMany(line => line.Values).Max());
        var svg = new StringBuilder();
        Append(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        Append(svg, $"<text x=\"{Left}\" y=\"22\" font-size=\"15\">{Escaped(title)}</text>\n");
        for (var step = 0; step <= Steps; step++)
        {
            var value = most * step / Steps;
            Append(svg, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value, most):0.0}\" y2=\"{Y(value, most):0.0}\" stroke=\"#ddd\"/>\n");
            Append(svg, $"<text x=\"{Left - 6}\" y=\"{Y(value, most) + 4:0.0}\" text-anchor=\"end\">{value:0.##}{(step == Steps ? " " + Escaped(unit) : "")}</text>\n");
        }

        for (var place = 0; place < places.Count; place++)
            Append(svg, $"<text x=\"{X(place):0.0}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{Escaped(places[place])}</text>\n");
        for (var i = 0; i < _lines.Count; i++)
        {
            var (name, values) = _lines[i];
            var colour = Colours[i % Colours.Length];
            var points = string.Join(' ', values.Select((value, place) => string.Create(CultureInfo.InvariantCulture, $"{X(place):0.0},{Y(value, most):0.0}")));
            Append(svg, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
            for (var place = 0; place < values.Count; place++)
                Append(svg, $"<circle cx=\"{X(place):0.0}\" cy=\"{Y(values[place], most):0.0}\" r=\"3\" fill=\"{colour}\"/>\n");
            Append(svg, $"<text x=\"{Width - Right + 12}\" y=\"{Top + 10 + (i * 18)}\" fill=\"{colour}\">{Escaped(name)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private double X(int place) => Left + ((Width - Left - Right) * (place + 0.5) / places.Count);

    private static double Y(double value, double most) => Height - Bottom - ((Height - Top - Bottom) * value / most);

    /// <summary>The next round number.</summary>
    private static double Ceiling(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1e-9))));
        return Marks.Select(step => step * power).First(step => step >= most);
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text)!;

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
