using Kokoro.Host.AudioToHttp;

namespace Kokoro.Tests.Http;

public sealed class PlaybackClockTests
{
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(100);

    private readonly PlaybackClock _clock = new();

    [Fact]
    public void Pieces_that_come_in_time_leave_no_silence()
    {
        Assert.Null(At(0, hadToWait: true));
        Assert.Null(At(10, hadToWait: false));
        Assert.Null(At(200, hadToWait: true)); // at the very moment at which all has been heard
    }

    [Fact]
    public void A_piece_that_comes_after_all_has_been_heard_tells_the_silence_once()
    {
        At(0, hadToWait: true);

        Assert.Equal(TimeSpan.FromMilliseconds(50), At(150, hadToWait: true));
        Assert.Null(At(250, hadToWait: true));
    }

    [Fact]
    public void A_reader_that_takes_a_rest_is_no_underrun_of_ours()
    {
        At(0, hadToWait: true);

        Assert.Null(At(5000, hadToWait: false));
        Assert.Null(At(5100, hadToWait: true));
        Assert.Equal(TimeSpan.FromMilliseconds(10), At(5210, hadToWait: true));
    }

    private TimeSpan? At(int milliseconds, bool hadToWait) => _clock.OnPiece(TimeSpan.FromMilliseconds(milliseconds), Piece, hadToWait);
}
