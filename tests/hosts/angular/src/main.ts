import { Component, CUSTOM_ELEMENTS_SCHEMA, ElementRef, afterNextRender, provideZonelessChangeDetection, viewChild } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import "backmatter/define";
import { mount } from "backmatter";
import { post, wordpress } from "./post.js";

@Component({
  selector: "host-app",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <backmatter-post id="element" [post]="post" heading-base="2" (backmatter-ready)="shown($event)" />
    <backmatter-post id="shadow" shadow [post]="post" />
    <backmatter-post id="format" [post]="wordpress" />
    <div id="mounted" #mounted></div>
  `,
})
class App {
  post = post;
  wordpress = wordpress;
  target = viewChild.required<ElementRef<HTMLElement>>("mounted");

  constructor() {
    afterNextRender(() => mount(this.target().nativeElement, post));
  }

  shown({ detail }: CustomEvent) {
    console.log(detail.report.format);
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
