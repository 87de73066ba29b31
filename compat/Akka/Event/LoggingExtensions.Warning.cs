using System;

namespace Akka.Event;

public static partial class LoggingExtensions
{
    public static void Warning(this ILoggingAdapter log, string format)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, format);
        }
    }

    public static void Warning(this ILoggingAdapter log, Exception cause, string format)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, format);
        }
    }

    public static void Warning(this ILoggingAdapter log, string format, object[] args)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, new DefaultLogMessage(log.Formatter, format, args));
        }
    }

    public static void Warning(this ILoggingAdapter log, Exception cause, string format, object[] args)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, new DefaultLogMessage(log.Formatter, format, args));
        }
    }

    public static void Warning<T1>(this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, new DefaultLogMessage(log.Formatter, format, arg1));
        }
    }

    public static void Warning<T1>(this ILoggingAdapter log, Exception cause, string format, T1 arg1)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1));
        }
    }

    public static void Warning<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2));
        }
    }

    public static void Warning<T1, T2>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2));
        }
    }

    public static void Warning<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3));
        }
    }

    public static void Warning<T1, T2, T3>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3));
        }
    }

    public static void Warning<T1, T2, T3, T4>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4));
        }
    }

    public static void Warning<T1, T2, T3, T4>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4));
        }
    }

    public static void Warning<T1, T2, T3, T4, T5>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5));
        }
    }

    public static void Warning<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log,
        Exception cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5));
        }
    }

    public static void Warning<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5, arg6));
        }
    }

    public static void Warning<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log,
        Exception cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6)
    {
        if (log.IsWarningEnabled)
        {
            log.Log(LogLevel.WarningLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5, arg6));
        }
    }
}
