using System.Runtime.CompilerServices;

namespace Kokoro.Tests;

/// <summary>
/// Tests wait on pool threads for what other pool threads do. With a thread for each core, which is where the pool begins, a few such waits keep everything else waiting
/// for seconds, until the pool has grown.
/// </summary>
internal static class ThreadsForTests
{
    private const int Least = 32;

    [ModuleInitializer]
    internal static void Add() => ThreadPool.SetMinThreads(Least, Least);
}
