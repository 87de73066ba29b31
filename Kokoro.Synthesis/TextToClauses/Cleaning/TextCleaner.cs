using System.Globalization;
using System.Text;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>
/// Reduces any UTF-16 to the few characters that the rest of the stage knows. What cannot be spoken is reported and leaves a
/// gap; what cannot be seen or is broken goes without splitting the word that it stands in.
/// </summary>
internal sealed class TextCleaner
{
    private readonly string _text;
    private readonly Script _script;
    private readonly List<LeftOut> _leftOut;
    private readonly Func<TextRange, string?> _pictureName;
    private readonly CleanTextBuilder _clean;

    private TextCleaner(string text, Script script, List<LeftOut> leftOut, Func<TextRange, string?> pictureName)
    {
        _text = text;
        _script = script;
        _leftOut = leftOut;
        _pictureName = pictureName;
        _clean = new CleanTextBuilder(text.Length);
    }

    /// <param name="leftOut">Takes the reports, in order.</param>
    /// <param name="pictureName">Gives the words for a picture, or null when it is left out. By default every picture is.</param>
    public static CleanText Clean(string text, Script script, List<LeftOut> leftOut, Func<TextRange, string?>? pictureName = null)
    {
        var cleaner = new TextCleaner(text, script, leftOut, pictureName ?? (_ => null));
        for (var at = 0; at < text.Length;)
            at = cleaner.Take(at);
        return cleaner._clean.Build();
    }

    /// <summary>Takes the code point or the sequence at <paramref name="at"/>; gives where the next one starts.</summary>
    private int Take(int at)
    {
        var ascii = _text.AsSpan(at).IndexOfAnyExceptInRange(' ', '~');
        if (ascii > 0 && Pictures.IsKeycap(_text, at + ascii - 1))
            ascii--;
        if (ascii != 0)
        {
            var written = ascii < 0 ? _text.AsSpan(at) : _text.AsSpan(at, ascii);
            _clean.AddAsWritten(written, at);
            return at + written.Length;
        }

        if (Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            return Drop(at, at + length, LeftOutReason.NotText);
        var end = at + length;
        if (WhiteSpace.TryFold(_text, at, out var white, out var whiteEnd))
        {
            _clean.Add(WhiteSpace.IsDigitSpace(_text, at) ? CleanText.DigitSpace : white, at, whiteEnd);
            return whiteEnd;
        }

        if (Pictures.TryMeasure(_text, at, out var pictureEnd))
            return TakePicture(at, pictureEnd);
        if (Invisible.Is(rune))
            return end;
        if (Folding.TryFold(rune, out var folded))
        {
            _clean.Add(folded, at, end);
            return end;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => Drop(at, end, LeftOutReason.NotText),
            _ when rune == Rune.ReplacementChar => Drop(at, end, LeftOutReason.NotText),
            _ when Letters.AreSpoken(rune, _script) => Keep(rune, at, end),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => TakeMark(rune, at, end),
            var category when Letters.IsLetter(category) => LeaveOutForeignRun(at, end),
            _ when rune.IsBmp && rune.Value != CleanText.Gap => Keep(rune, at, end),
            _ => LeaveOut(at, end, LeftOutReason.Silent),
        };
    }

    private int Keep(Rune rune, int at, int end)
    {
        _clean.Add((char)rune.Value, at, end);
        return end;
    }

    private int TakePicture(int at, int end)
    {
        if (_pictureName(new TextRange(at, end)) is not { } name)
            return LeaveOut(at, end, LeftOutReason.Picture);
        _clean.AddPicture(name, at, end);
        return end;
    }

    /// <summary>A mark over a letter becomes part of it; where the alphabet has no such letter, the letter alone is spoken.</summary>
    private int TakeMark(Rune mark, int at, int end)
    {
        var last = _clean.Last;
        if (!Letters.IsWordCharacter(last))
            return LeaveOut(at, end, LeftOutReason.Silent);
        _clean.ReplaceLast(Composition.Compose(last, mark), end);
        return end;
    }

    /// <summary>Letters that the language cannot speak, with the spaces between them, are one report.</summary>
    private int LeaveOutForeignRun(int at, int end)
    {
        var next = end;
        while (next < _text.Length && Rune.DecodeFromUtf16(_text.AsSpan(next), out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isForeign = (Letters.IsLetter(category) || Letters.IsCombining(category)) && !Letters.AreSpoken(rune, _script) && !Folding.TryFold(rune, out _);
            if (!isForeign && !Invisible.Is(rune) && category != UnicodeCategory.SpaceSeparator)
                break;
            next += length;
            if (isForeign)
                end = next;
        }

        return LeaveOut(at, end, LeftOutReason.OtherScript);
    }

    private int LeaveOut(int at, int end, LeftOutReason reason)
    {
        _clean.Add(CleanText.Gap, at, end);
        return Drop(at, end, reason);
    }

    private int Drop(int at, int end, LeftOutReason reason)
    {
        _leftOut.Add(new LeftOut(new TextRange(at, end), reason));
        return end;
    }
}
