using System.Runtime.InteropServices;
using System.Text;

namespace DgccAssess.Core.Files;

/// <summary>A place in a text file; line and column start at 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Position(int Line, int Column)
{
    public static Position Start { get; } = new(1, 1);

    /// <summary>The place of the character at <paramref name="index"/> of <paramref name="text"/>.</summary>
    public static Position Of(ReadOnlySpan<char> text, int index)
    {
        var before = text[..index];
        return new(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}

/// <summary>What is wrong with a data file, where, and what a person can do about it, in plain English sentences.</summary>
public sealed record FileProblem(string File, int Line, int Column, string Message, string WhatToDo)
{
    /// <summary>One line, <c>file:line:column: message what to do</c>; characters of the file that could disturb a terminal or log are replaced.</summary>
    public override string ToString()
    {
        var line = new StringBuilder($"{File}:{Line}:{Column}: {Message} {WhatToDo}");
        for (var i = 0; i < line.Length; i++)
        {
            if (UnsafeCharacters.IsUnsafe(line[i]) || line[i] is '\n' or '\r' or '\t')
            {
                line[i] = ' ';
            }
        }

        return line.ToString();
    }
}
