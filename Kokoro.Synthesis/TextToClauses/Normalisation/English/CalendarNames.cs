namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Months and weekdays with their abbreviations. They are names only with a capital: people may march in May.</summary>
internal static class CalendarNames
{
    /// <summary>[12] in lower case.</summary>
    public static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly WordTable<string> FullNames = new(Months.Concat(Weekdays).SelectMany(Forms));

    private static readonly WordTable<string> MonthNames = new(Months.SelectMany(Forms));

    private static readonly WordTable<string> ShortMonths = new(
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".Split(' ').Select(form => KeyValuePair.Create(form, FullOf(form, Months))));

    private static readonly WordTable<string> ShortWeekdays = new(
        "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".Split(' ').Select(form => KeyValuePair.Create(form, FullOf(form, Weekdays))));

    /// <summary>Whether this is the full name of a month or weekday.</summary>
    public static bool IsFull(ReadOnlySpan<char> word) => FullNames.Find(word) is not null;

    /// <summary>The month that is written so, in full or short.</summary>
    public static string? Month(ReadOnlySpan<char> word) => MonthNames.Find(word) ?? ShortMonths.Find(word);

    public static string? ShortMonth(ReadOnlySpan<char> word) => ShortMonths.Find(word);

    public static string? ShortWeekday(ReadOnlySpan<char> word) => ShortWeekdays.Find(word);

    /// <summary>"May" and "MAY".</summary>
    private static IEnumerable<KeyValuePair<string, string>> Forms(string name) =>
        [new(char.ToUpperInvariant(name[0]) + name[1..], name), new(name.ToUpperInvariant(), name)];

    private static string FullOf(string form, string[] names) => names.First(name => name.StartsWith(form[..3], StringComparison.OrdinalIgnoreCase));
}
