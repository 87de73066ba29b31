using System.CommandLine;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Host.Cli;

/// <summary>`--emoji`, the same for every command that reads a text.</summary>
internal static class EmojiOption
{
    private const string LeaveOut = "leave-out";

    private const string Name = "name";

    public static Option<EmojiReading> Create() => new("--emoji")
    {
        Description = "leave-out: emoji are not spoken (the default). name: those with an English name are named, in English texts.",
        HelpName = "reading",
        CustomParser = parsed =>
        {
            var value = parsed.Tokens[0].Value;
            if (value is not (LeaveOut or Name))
                parsed.AddError($"--emoji {Printable.Excerpt(value)} is not known; use {LeaveOut} or {Name}");
            return value == Name ? EmojiReading.Named : EmojiReading.LeftOut;
        },
    };
}
