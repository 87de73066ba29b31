using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>Values as kokoro.conf writes them. A unit is never guessed.</summary>
internal static class ValueParser
{
    private static readonly (string Unit, TimeSpan Value)[] Durations =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1))];

    private static readonly (string Unit, long Value)[] Sizes = [("B", 1), ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30)];

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.+-");

    /// <summary>One that is too long to be held is the longest there is: beyond the limits of every key, which then say what is taken.</summary>
    /// <exception cref="FormatException">Says what to write instead; so for every method here.</exception>
    public static TimeSpan Duration(string text)
    {
        var (number, unit) = Split(text);
        foreach (var known in Durations)
        {
            if (known.Unit == unit && TryReal(number, out var count))
                return Math.Abs(count) < TimeSpan.MaxValue / known.Value ? known.Value * count : count > 0 ? TimeSpan.MaxValue : TimeSpan.MinValue;
        }

        throw new FormatException("a duration with its unit, such as 200 ms, 5 s, 2 m, 1 h or 1 d");
    }

    public static long Size(string text)
    {
        var (number, unit) = Split(text);
        foreach (var known in Sizes)
        {
            if (known.Unit == unit && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= long.MaxValue / known.Value)
                return known.Value * count;
        }

        throw new FormatException("a size with its unit, such as 512 B, 256 KiB, 64 MiB or 1 GiB");
    }

    public static long Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException("a whole number");

    public static double Real(string text) => TryReal(text, out var number) ? number : throw new FormatException("a number");

    /// <summary>Null is "model": as long as the model makes it.</summary>
    public static TimeSpan? Pause(string text)
    {
        try
        {
            return text == "model" ? null : Duration(text);
        }
        catch (FormatException)
        {
            throw new FormatException("a duration with its unit, such as 200 ms, or model for as long as the model makes it");
        }
    }

    /// <summary>From a variable of the environment: divided by commas.</summary>
    public static ImmutableArray<string> List(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static bool TryReal(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static (string Number, string Unit) Split(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(NumberSigns);
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }
}
