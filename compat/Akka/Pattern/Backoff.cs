using System;
using Akka.Actor;

namespace Akka.Pattern;

public static class Backoff
{
    /// <summary>
    /// A child that fails is stopped and made again after a pause, which doubles from <paramref name="minBackoff"/> up to
    /// <paramref name="maxBackoff"/>; a child that stops by itself takes the supervisor with it.
    /// </summary>
    /// <param name="childProps">The child.</param>
    /// <param name="childName">Its name.</param>
    /// <param name="minBackoff">The first pause.</param>
    /// <param name="maxBackoff">The longest.</param>
    /// <param name="randomFactor">0.2 makes each pause longer by up to a fifth.</param>
    /// <param name="maxNrOfRetries">After so many the supervisor stops; -1 for no limit.</param>
    public static BackoffOptions OnFailure(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries) =>
        new BackoffOptionsImpl(isOnStop: false, childProps, childName, minBackoff, maxBackoff, randomFactor, maxNrOfRetries);

    /// <summary>The same for a child that stops, by itself or by decision.</summary>
    /// <inheritdoc cref="OnFailure"/>
    public static BackoffOptions OnStop(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries) =>
        new BackoffOptionsImpl(isOnStop: true, childProps, childName, minBackoff, maxBackoff, randomFactor, maxNrOfRetries);
}
