namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A sum with its sign after the number: "100 €", "29¢", and British "50p".</summary>
internal sealed class MoneyAfterRule : QuantityRule
{
    public override string Name => "money";

    protected override int? ReadOne(ReadOnlySpan<char> text, int at, Saying saying)
    {
        if (Ranges.ReadRangeOrOne(text, at, saying) is not { } amount)
            return null;
        var end = amount.End;
        var sign = end + 1 < text.Length && Words.IsBlankAt(text, end) && text[end + 1] is ('€' or '£' or '¥') ? end + 1 : end;
        if (sign >= text.Length || Words.IsWordAt(text, sign + 1))
            return null;
        var name = text[sign] switch
        {
            '¢' => amount.IsSingular ? "cent" : "cents",
            'p' => saying.IsBritish && sign == end ? amount.IsSingular ? "penny" : "pence" : null,
            var other => Currencies.Find(other) is { } currency ? amount.IsSingular ? currency.Singular : currency.Plural : null,
        };
        if (name is null)
            return null;
        saying.Add(name);
        return sign + 1;
    }
}
