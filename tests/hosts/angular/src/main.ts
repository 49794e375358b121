import { Component, CUSTOM_ELEMENTS_SCHEMA, ElementRef, afterNextRender, provideZonelessChangeDetection, viewChild } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { mount } from "backmatter";
import { Note } from "./note";
import { post, wordpress } from "./post.js";

@Component({
  selector: "host-app",
  imports: [Note],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <backmatter-post id="element" [post]="post" heading-base="2" />
    <backmatter-post id="shadow" shadow [post]="post" />
    <backmatter-post id="format" [post]="wordpress" />
    <div id="mounted" #mounted></div>
    <div class="documented"><app-note [post]="post" /></div>
  `,
})
class App {
  post = post;
  wordpress = wordpress;
  target = viewChild.required<ElementRef<HTMLElement>>("mounted");

  constructor() {
    afterNextRender(() => mount(this.target().nativeElement, post));
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
