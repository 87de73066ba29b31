using System.Security.Cryptography;
using System.Text;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// Words that ended an engine when it had nothing else to read, and passages that ended one twice. They are known by a hash, so that no text is kept, and
/// for a day, so that a better library gets another chance. Thread-safe.
/// </summary>
/// <param name="for">How long a word is not tried again.</param>
/// <param name="most">Words that are remembered; the one added first is forgotten for another.</param>
internal sealed class QuarantinedWords(TimeProvider time, TimeSpan? @for = null, int most = QuarantinedWords.Most)
{
    private const int Most = 10_000;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly TimeSpan _for = @for ?? Day;
    private readonly Dictionary<string, long> _since = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long Since)> _order = new();
    private readonly Lock _lock = new();

    /// <param name="word">Or the words of a passage with a space between them.</param>
    public void Add(string voice, string word)
    {
        var (key, now) = (Key(voice, word), time.GetTimestamp());
        lock (_lock)
        {
            _since[key] = now;
            _order.Enqueue((key, now));
            while (_order.Count > most)
            {
                // One that was added again since has a later place in the order.
                var (oldest, since) = _order.Dequeue();
                if (_since.TryGetValue(oldest, out var last) && last == since)
                    _since.Remove(oldest);
            }
        }
    }

    /// <summary>What is remembered, some of it perhaps for too long to count.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _since.Count;
        }
    }

    public bool Holds(string voice, string word)
    {
        lock (_lock)
        {
            return _since.Count > 0 && _since.TryGetValue(Key(voice, word), out var since) && time.GetElapsedTime(since) < _for;
        }
    }

    private static string Key(string voice, string word) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{voice}\0{word}")));
}
