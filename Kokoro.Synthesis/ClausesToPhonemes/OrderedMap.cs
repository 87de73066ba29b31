namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Replacements that are made one after the other, each over the whole string: what an earlier one wrote, a later one may change.</summary>
internal sealed class OrderedMap(params (string From, string To)[] rules)
{
    public string Apply(string text)
    {
        foreach (var (from, to) in rules)
            text = text.Replace(from, to, StringComparison.Ordinal);
        return text;
    }
}
