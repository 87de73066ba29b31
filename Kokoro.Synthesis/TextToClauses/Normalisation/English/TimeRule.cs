namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"3:30 pm", "9:00", "14:05", "10:30:15", "5pm", "7.30pm", "9am–5pm", and the time of "2024-05-06T10:30:00Z".</summary>
internal sealed class TimeRule : QuantityRule
{
    private const int LastHour = 24;
    private const int LastHourOfHalf = 12;
    private const int LastMinute = 59;

    public override string Name => "time";

    protected override bool MayStart(char first) => char.IsAsciiDigit(first);

    protected override int? ReadOne(ReadOnlySpan<char> text, int at, Saying saying)
    {
        var digits = Digits.Count(text, at);
        var isStamp = TimeStamps.IsTime(text, at);
        if (digits is 0 or > 2 || (!isStamp && !Around.IsFree(text, at) && saying.Count == 0) || Digits.Value(text.Slice(at, digits)) > LastHour)
            return null;
        var hour = text.Slice(at, digits);
        var end = at + digits;
        var minutes = MeasureTwo(text, end, ':');
        var dotted = minutes == 0 ? MeasureTwo(text, end, '.') : 0;
        var seconds = minutes > 0 ? MeasureTwo(text, end + minutes, ':') : 0;
        var clock = end + minutes + dotted + seconds;
        var gap = clock < text.Length && Words.IsBlankAt(text, clock) ? 1 : 0;
        var half = '\0';
        var halfEnd = Digits.Value(hour) <= LastHourOfHalf ? Meridiem.Measure(text, clock + gap, out half) : null;
        if (halfEnd is null)
        {
            if (minutes == 0)
                return saying.Count == 0 ? ReadSharedHalf(text, at, end, saying) : null;
            // 1:5 and 3:300 are ratios, and 3:30:1 is nothing known.
            if ((Words.IsWordAt(text, clock) && !(isStamp && TimeStamps.IsZulu(text, clock))) || (clock < text.Length && text[clock] == ':' && Words.IsDigitAt(text, clock + 1)) || RatioRule.IsMeant(text, at))
                return null;
        }

        saying.Cardinal(hour);
        SayMinutes(hour, minutes + dotted > 0 ? text.Slice(end + 1, 2) : [], halfEnd is not null, seconds > 0, saying);
        if (seconds > 0)
            saying.TwoDigits(text.Slice(end + minutes + 1, 2));
        if (halfEnd is null)
            return isStamp ? TimeStamps.SayEnd(text, clock, seconds > 0, saying) : clock;
        Meridiem.Say(half, saying);
        return halfEnd;
    }

    /// <summary>"9–5pm": the first hour of a range that has am or pm only at its end.</summary>
    private int? ReadSharedHalf(ReadOnlySpan<char> text, int at, int end, Saying saying)
    {
        if (Digits.Value(text[at..end]) is 0 or > LastHourOfHalf || Ranges.AfterDash(text, end) is not { } second || !Words.IsDigitAt(text, second))
            return null;
        saying.Cardinal(text[at..end]).Add("to");
        var before = saying.Count;
        return ReadOne(text, second, saying) is { } last && saying.Count > before ? last : null;
    }

    private static void SayMinutes(ReadOnlySpan<char> hour, ReadOnlySpan<char> minutes, bool hasHalf, bool hasSeconds, Saying saying)
    {
        if (minutes is not ("" or "00"))
            saying.TwoDigits(minutes);
        else if (hasSeconds)
            saying.Add("oh oh");
        else if (!hasHalf)
            saying.Add(Digits.Value(hour) is > 0 and <= LastHourOfHalf ? "o'clock" : "hundred");
    }

    /// <summary>A mark and exactly two digits up to 59.</summary>
    private static int MeasureTwo(ReadOnlySpan<char> text, int at, char mark) =>
        at < text.Length && text[at] == mark && Digits.Count(text, at + 1) == 2 && Digits.Value(text.Slice(at + 1, 2)) <= LastMinute ? 3 : 0;
}
