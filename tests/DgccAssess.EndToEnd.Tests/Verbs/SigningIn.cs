using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Verbs;

internal static class SigningIn
{
    public static async Task SignInAsync(this IPage page, TestSpace space, Person person)
    {
        await page.GivePasswordAsync(space, person);
        await Expect(page.Locator(".account")).ToContainTextAsync(person.DisplayName);
    }

    public static async Task SignInAsync(this IPage page, TestSpace space, SecuredPerson secured)
    {
        await page.GivePasswordAsync(space, secured.Person);
        await page.GiveCodeAsync(secured.NextCode());
        await Expect(page.Locator(".account")).ToContainTextAsync(secured.Person.DisplayName);
    }

    public static async Task GivePasswordAsync(this IPage page, TestSpace space, Person person)
    {
        await page.GoAsync($"{space.Path}/sign-in");
        await page.Locator("#Input_Email").FillAsync(person.Email);
        await page.Locator("#Input_Password").FillAsync(person.Password);
        await page.PressAsync();
    }

    public static async Task GiveCodeAsync(this IPage page, string code)
    {
        await page.Locator("#Input_Code").FillAsync(code);
        await page.PressAsync();
    }
}
