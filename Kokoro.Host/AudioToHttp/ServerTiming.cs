using System.Globalization;
using Kokoro.Actors.Protocol;

namespace Kokoro.Host.AudioToHttp;

/// <summary>The Server-Timing header: where the time went, in milliseconds, as browsers' tools show it.</summary>
internal static class ServerTiming
{
    public const string Header = "Server-Timing";

    /// <param name="total">Known only when the whole reply is there before its headers.</param>
    public static string Of(FirstAudioTiming? first, TimeSpan firstAudio, TimeSpan? total)
    {
        var parts = new List<string>();
        if (first is not null)
        {
            parts.Add(Part("phonemes", first.Phonemes));
            parts.Add(Part("queue", first.Queue));
            parts.Add(Part("run", first.Run));
        }

        parts.Add(Part("first", firstAudio));
        if (total is { } all)
            parts.Add(Part("total", all));
        return string.Join(", ", parts);
    }

    private static string Part(string name, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{name};dur={time.TotalMilliseconds:0.0}");
}
