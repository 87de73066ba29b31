namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A day with its year.</summary>
/// <param name="Month">From 1.</param>
internal readonly record struct Date(int Day, int Month, int Year)
{
    public bool IsReal => Month is >= 1 and <= 12 && Year is >= 1000 and <= 2999 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month);

    /// <summary>"may sixth twenty twenty four", British "the sixth of may twenty twenty four".</summary>
    public void Say(Saying saying)
    {
        var day = Day.ToString();
        if (saying.IsBritish)
            saying.Add("the").Ordinal(day).Add("of").Add(CalendarNames.Months[Month - 1]);
        else
            saying.Add(CalendarNames.Months[Month - 1]).Ordinal(day);
        saying.Year(Year);
    }
}
