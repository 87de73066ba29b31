using System;

namespace Akka.Event;

/// <summary>What a call costs where its level is off: a comparison. The template is formatted only where somebody reads it.</summary>
public static partial class LoggingExtensions
{
    public static void Debug(this ILoggingAdapter log, string format)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, format);
        }
    }

    public static void Debug(this ILoggingAdapter log, Exception cause, string format)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, format);
        }
    }

    public static void Debug(this ILoggingAdapter log, string format, object[] args)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, new DefaultLogMessage(log.Formatter, format, args));
        }
    }

    public static void Debug(this ILoggingAdapter log, Exception cause, string format, object[] args)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, new DefaultLogMessage(log.Formatter, format, args));
        }
    }

    public static void Debug<T1>(this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, new DefaultLogMessage(log.Formatter, format, arg1));
        }
    }

    public static void Debug<T1>(this ILoggingAdapter log, Exception cause, string format, T1 arg1)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1));
        }
    }

    public static void Debug<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2));
        }
    }

    public static void Debug<T1, T2>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2));
        }
    }

    public static void Debug<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3));
        }
    }

    public static void Debug<T1, T2, T3>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3));
        }
    }

    public static void Debug<T1, T2, T3, T4>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4));
        }
    }

    public static void Debug<T1, T2, T3, T4>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4));
        }
    }

    public static void Debug<T1, T2, T3, T4, T5>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5));
        }
    }

    public static void Debug<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log,
        Exception cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5));
        }
    }

    public static void Debug<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6)
    {
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, null, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5, arg6));
        }
    }

    public static void Debug<T1, T2, T3, T4, T5, T6>(
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
        if (log.IsDebugEnabled)
        {
            log.Log(LogLevel.DebugLevel, cause, new DefaultLogMessage(log.Formatter, format, arg1, arg2, arg3, arg4, arg5, arg6));
        }
    }
}
