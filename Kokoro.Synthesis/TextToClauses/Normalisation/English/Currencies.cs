namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The signs of currencies, and the letters before a dollar sign that name its country.</summary>
internal static class Currencies
{
    /// <summary>The longest of the letters before a sum: the codes of ISO 4217.</summary>
    public const int LongestLetters = 3;

    private static readonly WordTable<string> Countries = new(new Dictionary<string, string>
    {
        ["US"] = "U S",
        ["C"] = "canadian",
        ["CA"] = "canadian",
        ["A"] = "australian",
        ["AU"] = "australian",
        ["NZ"] = "new zealand",
        ["HK"] = "hong kong",
        ["S"] = "singapore",
    });

    private static readonly Currency Dollar = new("dollar", "dollars", "cent", "cents");
    private static readonly Currency Pound = new("pound", "pounds", "penny", "pence");
    private static readonly Currency Euro = new("euro", "euros", "cent", "cents");
    private static readonly Currency Yen = new("yen", "yen");
    private static readonly Currency Rupee = new("rupee", "rupees", "paisa", "paise");
    private static readonly Currency Won = new("won", "won");
    private static readonly Currency Ruble = new("ruble", "rubles");
    private static readonly Currency Bitcoin = new("bitcoin", "bitcoins");

    public static Currency? Find(char sign) => sign switch
    {
        '$' => Dollar,
        '£' => Pound,
        '€' => Euro,
        '¥' => Yen,
        '₹' => Rupee,
        '₩' => Won,
        '₽' => Ruble,
        '₿' => Bitcoin,
        _ => null,
    };

    /// <summary>The currency of a code that stands before its sum: "USD 5".</summary>
    public static MoneyUnit? Code(ReadOnlySpan<char> letters) => letters switch
    {
        "USD" => new(Dollar, "U S"),
        "CAD" => new(Dollar, "canadian"),
        "AUD" => new(Dollar, "australian"),
        "NZD" => new(Dollar, "new zealand"),
        "GBP" => new(Pound, "british"),
        "EUR" => new(Euro, null),
        "JPY" => new(Yen, null),
        "INR" => new(Rupee, "indian"),
        _ => null,
    };

    /// <summary>What "US" in "US$5" is said as.</summary>
    public static string? Country(ReadOnlySpan<char> letters) => Countries.Find(letters);
}
