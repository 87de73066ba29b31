namespace Kokoro.Host.Security;

internal enum TokenVerdict
{
    /// <summary>The server asks for none.</summary>
    NotDemanded,

    Right,

    /// <summary>None came, and one is demanded.</summary>
    Missing,

    Wrong,

    /// <summary>It is that of another extension.</summary>
    OtherOrigin,

    /// <summary>This peer has sent so many wrong ones that no more of its tokens are looked at for a while.</summary>
    TooManyFailures,
}
