namespace Kokoro.Actors.Protocol;

/// <summary>How the audio leaves, which decides what a request costs others.</summary>
public enum Delivery
{
    /// <summary>Piece by piece, as it is listened to: it needs one second of audio per second.</summary>
    Stream,

    /// <summary>In one piece at the end: it needs all of its audio as soon as possible.</summary>
    Whole,
}
