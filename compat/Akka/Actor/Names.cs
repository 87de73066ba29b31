using System;
using System.Threading;

namespace Akka.Actor;

/// <summary>Names and uids that nobody else has.</summary>
internal static class Names
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
    private const int BitsPerDigit = 6;
    private static long _lastUid = Random.Shared.Next();

    /// <summary>$a, $b, ... for 0, 1, ...</summary>
    internal static string Automatic(long number)
    {
        Span<char> text = stackalloc char[12];
        text[0] = '$';
        var length = 1;
        do
        {
            text[length++] = Digits[(int)(number & ((1 << BitsPerDigit) - 1))];
            number >>= BitsPerDigit;
        }
        while (number > 0);
        return new string(text[..length]);
    }

    internal static long NewUid() => Interlocked.Increment(ref _lastUid);

    /// <exception cref="InvalidActorNameException">It is no name.</exception>
    internal static void Check(string name)
    {
        if (name.Length == 0)
        {
            throw new InvalidActorNameException("Actor name must not be empty.");
        }

        if (!ActorPath.IsValidPathElement(name))
        {
            throw new InvalidActorNameException(
                $"Illegal actor name [{name}]. Actor paths MUST: not start with `$`, include only ASCII letters and can only contain these special characters: {ActorPath.ValidSymbols}.");
        }
    }
}
