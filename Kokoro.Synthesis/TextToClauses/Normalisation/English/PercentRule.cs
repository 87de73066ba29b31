namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"50%", "10–20 %", "-2%".</summary>
internal sealed class PercentRule : QuantityRule
{
    public override string Name => "percent";

    protected override int? ReadOne(ReadOnlySpan<char> text, int at, Saying saying)
    {
        if (Ranges.ReadRangeOrOne(text, at, saying) is not { } amount)
            return null;
        var sign = amount.End < text.Length && Words.IsBlankAt(text, amount.End) ? amount.End + 1 : amount.End;
        if (sign >= text.Length || text[sign] is not ('%' or '‰'))
            return null;
        saying.Add(text[sign] == '%' ? "percent" : "per mille");
        return sign + 1;
    }
}
