using System.Globalization;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation.Files;

/// <summary>What a file is told where the forms of the application show a message in the reader's language.</summary>
internal static class FactMessages
{
    public static (string Message, string WhatToDo) For(Problem problem)
    {
        var argument = problem.Arguments.Length > 0 ? Convert.ToString(problem.Arguments[0], CultureInfo.InvariantCulture) : "";
        return problem.Message switch
        {
            Messages.Required => ($"'{problem.Field}' is missing.", "Write it."),
            Messages.TooLong => ("This is too long.", $"Write at most {argument} characters."),
            CooperationMessages.ChoiceInvalid => ("The EGDI has no such country.", "Write three capital letters of a member state of the United Nations."),
            CooperationMessages.LanguagesInvalid => ("These can't be the languages.", $"Write at most {argument}, each once, 'en' among them: every name has it."),
            CooperationMessages.EnglishMissing => ("The English is missing.", "Add 'en: ...'."),
            CooperationMessages.NamesTooLong => ("All languages together are too long.", "Shorten them."),
            CooperationMessages.EndsBeforeStart => ("It ends before it starts.", "Correct one of the dates."),
            CooperationMessages.YearsInvalid => ("A budget has an end.", "Write the last year too: 2020-2023."),
            CooperationMessages.AmountInvalid => ("This can't be an amount.", "Write millions above 0 that make whole units, for example 1931."),
            CooperationMessages.CurrencyUnknown => ("There is no such currency.", "Write its three letters of ISO 4217, for example KRW."),
            CooperationMessages.UrlInvalid => ("This is no address that can be linked.", "Write one that begins with https:// and has neither password nor spaces in it."),
            CooperationMessages.EditionUnknown => ("There is no such edition of the EGDI here.", $"Write one of {argument}."),
            CooperationMessages.BaselineOfEgdi => ("A figure of the EGDI is read from its edition.", "Leave 'baseline' out; 'baselineYear' names the edition."),
            CooperationMessages.YearOutOfRange => ("This year can't be.", $"Write a year from {argument} on."),
            CooperationMessages.BaselineInvalid => ("This can't be a baseline.", $"Write a number with at most {argument} decimals."),
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Message, "No words for this message."),
        };
    }
}
