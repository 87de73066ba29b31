using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace Akka.Configuration.Hocon;

/// <summary>Texts as numbers, truth values, durations and sizes. A bare duration is milliseconds, a bare size bytes.</summary>
internal static class HoconLiteral
{
    private static readonly Dictionary<string, Func<double, TimeSpan>> Durations = new()
    {
        [""] = TimeSpan.FromMilliseconds,
        ["ms"] = TimeSpan.FromMilliseconds,
        ["millis"] = TimeSpan.FromMilliseconds,
        ["milliseconds"] = TimeSpan.FromMilliseconds,
        ["s"] = TimeSpan.FromSeconds,
        ["second"] = TimeSpan.FromSeconds,
        ["seconds"] = TimeSpan.FromSeconds,
        ["m"] = TimeSpan.FromMinutes,
        ["minute"] = TimeSpan.FromMinutes,
        ["minutes"] = TimeSpan.FromMinutes,
        ["h"] = TimeSpan.FromHours,
        ["hour"] = TimeSpan.FromHours,
        ["hours"] = TimeSpan.FromHours,
        ["d"] = TimeSpan.FromDays,
        ["day"] = TimeSpan.FromDays,
        ["days"] = TimeSpan.FromDays,
    };

    private static readonly Dictionary<string, long> Sizes = new()
    {
        [""] = 1,
        ["b"] = 1,
        ["B"] = 1,
        ["byte"] = 1,
        ["bytes"] = 1,
        ["kB"] = 1000,
        ["k"] = 1L << 10,
        ["K"] = 1L << 10,
        ["KiB"] = 1L << 10,
        ["MB"] = 1000_000,
        ["m"] = 1L << 20,
        ["M"] = 1L << 20,
        ["MiB"] = 1L << 20,
        ["GB"] = 1000_000_000,
        ["g"] = 1L << 30,
        ["G"] = 1L << 30,
        ["GiB"] = 1L << 30,
    };

    internal static int ToInt(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    internal static long ToLong(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    internal static double ToDouble(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal static bool ToBoolean(string text) => text switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        _ => throw new NotSupportedException($"Unknown boolean format: {text}; write on or off"),
    };

    internal static TimeSpan ToTimeSpan(string text, bool allowInfinite)
    {
        if (allowInfinite && text == "infinite")
        {
            return Timeout.InfiniteTimeSpan;
        }

        var (number, unit) = SplitUnit(text);
        return Durations.TryGetValue(unit, out var toTimeSpan)
            ? toTimeSpan(ToDouble(number))
            : throw new FormatException($"'{text}' is no duration; write for example 500ms, 2s, 3 minutes or 1h");
    }

    internal static long ToByteSize(string text)
    {
        var (number, unit) = SplitUnit(text);
        return Sizes.TryGetValue(unit, out var factor)
            ? ToLong(number) * factor
            : throw new FormatException($"'{text}' is no size in bytes; write for example 512k, 64m or 1G");
    }

    private static (string Number, string Unit) SplitUnit(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-' or '+'))
        {
            end++;
        }

        return (text[..end], text[end..].Trim());
    }
}
